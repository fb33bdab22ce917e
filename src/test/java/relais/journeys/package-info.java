/** What people do, from sign-in to undo, in a real browser. */
@NullMarked
package relais.journeys;

import org.jspecify.annotations.NullMarked;
