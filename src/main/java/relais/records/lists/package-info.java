/** Lists of records: views, columns, sorting, keyset paging, bulk selection, export. */
@NamedInterface
@NullMarked
package relais.records.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
