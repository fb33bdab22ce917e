@NullMarked
package relais.identity.door;

import org.jspecify.annotations.NullMarked;
