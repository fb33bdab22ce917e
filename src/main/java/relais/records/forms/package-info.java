/** Forms, inline edit and provenance of any record. */
@NamedInterface
@NullMarked
package relais.records.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
