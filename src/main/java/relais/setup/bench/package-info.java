/** Drives a running Relais over HTTP on seeded data and measures its answers. */
@NullMarked
package relais.setup.bench;

import org.jspecify.annotations.NullMarked;
