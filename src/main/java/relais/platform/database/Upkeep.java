package relais.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Does at once, as the owner of the tables, what the database's own upkeep would do in a while. */
@Component
public class Upkeep {
    private static final String GROWN = """
            SELECT quote_ident(schemaname) || '.' || quote_ident(relname) FROM pg_stat_user_tables
            WHERE n_ins_since_vacuum + n_mod_since_analyze > 1000 ORDER BY relname""";

    private final DatabaseServer server;

    Upkeep(DatabaseServer server) {
        this.server = server;
    }

    /** Tells the planner about all tables that grew, and lets scans of their indexes do without the rows. */
    public void afterGrowth() {
        var owner = server.owner();
        try (var connection = DriverManager.getConnection(server.url(), owner.user(), owner.password())) {
            unhurried(connection);
            for (var table : grown(connection)) {
                execute(connection, "VACUUM (ANALYZE) " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The tables could not be tidied", e);
        }
    }

    /** Through all buffers and not a few of them, which would wait for the log again and again. */
    private static void unhurried(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseMajorVersion() >= 16) {
            execute(connection, "SET vacuum_buffer_usage_limit = 0");
        }
    }

    private static List<String> grown(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(GROWN)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
