/** The first start of an installation, and its commands for people. */
@NullMarked
package relais.identity.start;

import org.jspecify.annotations.NullMarked;
