/** Copies of an installation in one file: taken while it runs, proved equal, brought back elsewhere. */
@NamedInterface
@NullMarked
package relais.platform.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
