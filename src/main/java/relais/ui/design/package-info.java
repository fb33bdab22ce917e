/** The living page of the design: every component in every state. */
@NullMarked
package relais.ui.design;

import org.jspecify.annotations.NullMarked;
