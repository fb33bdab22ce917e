/** Tests of the pages of operations. */
@NullMarked
package relais.records.operations;

import org.jspecify.annotations.NullMarked;
