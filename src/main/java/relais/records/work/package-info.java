/** Writing that takes longer than a request: step after step in the background, seen, stopped and taken up again. */
@NamedInterface
@NullMarked
package relais.records.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
