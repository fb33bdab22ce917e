/** Writes the records of a list into files that spreadsheets and the import read. */
@NullMarked
package relais.records.lists.exports;

import org.jspecify.annotations.NullMarked;
