/** Figures over related records and what follows from them, kept right in the transaction of each write. */
@NamedInterface
@NullMarked
package relais.records.rollups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
