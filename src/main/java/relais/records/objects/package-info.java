/** The objects that a workspace makes itself: made, changed and deleted in the settings, and their place in the side bar. */
@NamedInterface
@NullMarked
package relais.records.objects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
