/** Operations and changes: what was written by whom, when, and how it was before. */
@NamedInterface
@NullMarked
package relais.records.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
