/** The page of operations and their undo. */
@NamedInterface
@NullMarked
package relais.records.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
