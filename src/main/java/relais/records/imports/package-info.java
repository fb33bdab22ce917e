/** Imports of files, from mapping to undo. */
@NamedInterface
@NullMarked
package relais.records.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
