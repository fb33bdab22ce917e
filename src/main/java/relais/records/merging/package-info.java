/** Several records become one, and several again: merging, separating, and pairs that somebody said are not the same. */
@NamedInterface
@NullMarked
package relais.records.merging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
