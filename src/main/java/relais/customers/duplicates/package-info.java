/** Finds customers that stand twice in the stock, says why, and lets people decide. */
@NullMarked
package relais.customers.duplicates;

import org.jspecify.annotations.NullMarked;
