/** The door: passwords, sessions, one-time links, and what every request is checked for. */
@NullMarked
package relais.identity.door;

import org.jspecify.annotations.NullMarked;
