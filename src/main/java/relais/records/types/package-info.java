/** What an object and its fields are, described once: names, types, columns, choices, values, words. */
@NamedInterface
@NullMarked
package relais.records.types;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
