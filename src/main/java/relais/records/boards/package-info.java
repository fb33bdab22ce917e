/** Boards: the records of a list in columns, one for each choice of a field. */
@NamedInterface
@NullMarked
package relais.records.boards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
