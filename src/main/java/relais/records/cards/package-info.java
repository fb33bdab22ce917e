/** The cards of a workspace's own objects: made, shown today and at a past day, with history and what is tied to them. */
@NamedInterface
@NullMarked
package relais.records.cards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
