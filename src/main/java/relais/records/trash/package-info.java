/** The trash: what was deleted, brought back with everything that went along, or taken away for good. */
@NamedInterface
@NullMarked
package relais.records.trash;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
