/** Who recommended whom. */
@NullMarked
package relais.customers.referrals;

import org.jspecify.annotations.NullMarked;
