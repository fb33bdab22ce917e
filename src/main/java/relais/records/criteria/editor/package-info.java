/** Pages on which conditions are chosen and criteria are put together. */
@NullMarked
package relais.records.criteria.editor;

import org.jspecify.annotations.NullMarked;
