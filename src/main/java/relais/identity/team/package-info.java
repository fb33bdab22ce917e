/** The settings of people, roles, sites and teams. */
@NamedInterface
@NullMarked
package relais.identity.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
