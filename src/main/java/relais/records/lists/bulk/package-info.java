/** Changes many records of a list at once, in one operation that can be taken back. */
@NullMarked
package relais.records.lists.bulk;

import org.jspecify.annotations.NullMarked;
