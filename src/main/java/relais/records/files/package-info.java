/** Files that fields of records keep: rows in the database, content in the home. */
@NamedInterface
@NullMarked
package relais.records.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
