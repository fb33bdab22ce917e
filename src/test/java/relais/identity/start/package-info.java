@NullMarked
package relais.identity.start;

import org.jspecify.annotations.NullMarked;
