/** Tests of the first start and the demonstration. */
@NullMarked
package relais.setup;

import org.jspecify.annotations.NullMarked;
