/** The proof: a workspace's operations numbered and chained by a key outside the database, verified, and erased from. */
@NamedInterface
@NullMarked
package relais.records.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
