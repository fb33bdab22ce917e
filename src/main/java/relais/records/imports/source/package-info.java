/** Files to import, read as rows: CSV and XLSX, streaming, hostile or damaged ones refused with their place. */
@NullMarked
package relais.records.imports.source;

import org.jspecify.annotations.NullMarked;
