/** Consents: a ledger of what people agreed to, which everything that is sent has to ask. */
@NamedInterface
@NullMarked
package relais.customers.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
