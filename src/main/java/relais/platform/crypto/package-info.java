/** Secrets that must be read again: encrypted where they lie, and fingerprints that tell nothing. */
@NamedInterface
@NullMarked
package relais.platform.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
