/** Tokens by which programs enter: made, listed, revoked, and what each of them lets through. */
@NamedInterface
@NullMarked
package relais.identity.tokens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
