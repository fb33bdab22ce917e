/** Relais: a CRM that loses nothing, takes everything back and proves it. */
@NullMarked
package relais;

import org.jspecify.annotations.NullMarked;
