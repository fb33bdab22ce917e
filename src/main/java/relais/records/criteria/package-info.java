/** One language of conditions, compiled to SQL. */
@NamedInterface
@NullMarked
package relais.records.criteria;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
