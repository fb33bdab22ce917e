/** Made-up data at scale, the same for the same numbers, for measuring and trying out. */
@NullMarked
package relais.setup.seed;

import org.jspecify.annotations.NullMarked;
