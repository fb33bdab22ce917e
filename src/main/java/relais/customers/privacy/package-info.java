/** Personal data: what is known of one person as a file, erasure, holds, retention, the registers. */
@NamedInterface
@NullMarked
package relais.customers.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
