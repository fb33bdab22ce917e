/** Settings of sign-in: what the workspace demands, and how its people enter. */
@NullMarked
package relais.identity.access;

import org.jspecify.annotations.NullMarked;
