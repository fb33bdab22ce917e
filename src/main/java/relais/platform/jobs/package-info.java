/** Background jobs that carry workspace and actor. */
@NamedInterface
@NullMarked
package relais.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
