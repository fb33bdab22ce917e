/** Which workspace the current work is for. */
@NamedInterface
@NullMarked
package relais.platform.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
