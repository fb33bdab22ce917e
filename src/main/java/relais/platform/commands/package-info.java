/** Commands of the {@code relais} script that other modules provide. */
@NamedInterface
@NullMarked
package relais.platform.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
