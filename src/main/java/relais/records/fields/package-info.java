/** Settings of objects and fields. */
@NamedInterface
@NullMarked
package relais.records.fields;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
