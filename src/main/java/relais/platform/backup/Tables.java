package relais.platform.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counts and checksums of all tables, as a connection's snapshot sees them. */
final class Tables {
    private Tables() {}

    /** The names of all tables of Relais, quoted, in a fixed order. */
    static List<String> names(Connection connection) throws SQLException {
        String sql = """
                SELECT format('%I.%I', n.nspname, c.relname)
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                  AND n.nspname NOT LIKE 'pg\\_%'
                ORDER BY 1""";
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    static List<Manifest.Table> digest(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            // the text of a row must not depend on who asks
            statement.execute("SET timezone = 'UTC'");
            statement.execute("SET datestyle = 'ISO'");
            statement.execute("SET intervalstyle = 'postgres'");
            statement.execute("SET bytea_output = 'hex'");
            statement.execute("SET extra_float_digits = 1");
        }
        var digests = new ArrayList<Manifest.Table>();
        for (String name : names(connection)) {
            digests.add(digest(connection, name));
        }
        return digests;
    }

    private static Manifest.Table digest(Connection connection, String name) throws SQLException {
        String sql =
                "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text FROM " + name + " t";
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return new Manifest.Table(name, row.getLong(1), row.getString(2));
        }
    }
}
