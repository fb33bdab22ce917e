/** The database: embedded or external PostgreSQL, migrations, tenant-bound transactions, backup. */
@NamedInterface
@NullMarked
package relais.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
