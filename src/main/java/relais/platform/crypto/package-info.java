/** Random tokens, digests and keyed digests. */
@NamedInterface
@NullMarked
package relais.platform.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
