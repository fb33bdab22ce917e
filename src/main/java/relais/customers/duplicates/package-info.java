/** Finds customers that stand twice in the stock, says why, and lets people decide. */
@NamedInterface
@NullMarked
package relais.customers.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
