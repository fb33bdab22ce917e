/** What the columns of a file hold, and where each belongs. */
@NullMarked
package relais.records.imports.columns;

import org.jspecify.annotations.NullMarked;
