/** Normalising of names, phones, e-mails and dates. */
@NamedInterface
@NullMarked
package relais.platform.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
