/** Amounts with their currency. */
@NamedInterface
@NullMarked
package relais.platform.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
