/** The command palette: one field that finds, goes and does. */
@NamedInterface
@NullMarked
package relais.ui.palette;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
