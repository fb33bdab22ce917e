/** Files of the installation, beside the database. */
@NamedInterface
@NullMarked
package relais.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
