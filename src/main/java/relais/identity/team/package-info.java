/** The settings of people, roles, sites and teams. */
@NullMarked
package relais.identity.team;

import org.jspecify.annotations.NullMarked;
