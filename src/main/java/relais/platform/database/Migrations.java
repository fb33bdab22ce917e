package relais.platform.database;

import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings the database to the version of this Relais. */
public final class Migrations {
    private Migrations() {}

    /** Runs what is missing of all modules' migrations, in the order of their timestamps; returns how many ran. */
    public static int run(String url, Login owner, String applicationRole) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(url, owner.user(), owner.password())
                .locations("classpath:db/migration")
                .schemas("platform")
                .defaultSchema("platform")
                .table("migration")
                .placeholders(Map.of("app", applicationRole))
                .outOfOrder(true)
                .validateMigrationNaming(true)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
