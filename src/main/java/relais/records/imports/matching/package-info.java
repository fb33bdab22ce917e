/** How alike two rows or records are. */
@NullMarked
package relais.records.imports.matching;

import org.jspecify.annotations.NullMarked;
