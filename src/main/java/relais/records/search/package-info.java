/** Search over the records of every object: their terms as rows, found by ranges of an index. */
@NamedInterface
@NullMarked
package relais.records.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
