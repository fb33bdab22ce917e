@NullMarked
package relais.identity.team;

import org.jspecify.annotations.NullMarked;
