/** Requests that Relais sends to addresses which somebody else typed. */
@NamedInterface
@NullMarked
package relais.platform.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
