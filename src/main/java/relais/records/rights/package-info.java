/** Roles as administrators make them, records shared with one person, and why somebody sees what they see. */
@NamedInterface
@NullMarked
package relais.records.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
