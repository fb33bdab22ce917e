package relais.architecture;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import relais.world.TestDatabase;

/** The tables that belong to workspaces, as the catalogue knows them; looked at past every wall. */
final class TenantTables {
    private TenantTables() {}

    /** Every table with a {@code tenant_id}, with its schema. */
    static List<String> all() {
        return strings("""
                SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
                WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                AND n.nspname || '.' || c.relname <> 'platform.pending' ORDER BY 1""");
    }

    /** The tables of workspaces that row-level security does not guard in full. */
    static List<String> unguarded() {
        return strings("""
                SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
                WHERE c.relkind IN ('r', 'p') AND n.nspname || '.' || c.relname <> 'platform.pending'
                AND (NOT c.relrowsecurity OR NOT c.relforcerowsecurity
                  OR NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*'
                    AND pg_get_expr(p.polqual, c.oid) LIKE '%tenant_id = platform.current_tenant()%'
                    AND pg_get_expr(p.polwithcheck, c.oid) IN ('(tenant_id = platform.current_tenant())',
                      '(tenant_id = ( SELECT platform.current_tenant() AS current_tenant))')))
                ORDER BY 1""");
    }

    /** Copies one workspace's rows to another under the same ids and marks every text of the copies. */
    static void mirror(UUID from, UUID to, String mark) {
        TestDatabase.asSuperuser(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("SET session_replication_role = replica");
            }
            for (var table : all()) {
                mirror(connection, table, from, to, mark);
            }
            return true;
        });
    }

    private static void mirror(Connection connection, String table, UUID from, UUID to, String mark)
            throws SQLException {
        var columns = columns(connection, table);
        var names = String.join(", ", columns.stream().map(Column::name).toList());
        var values =
                String.join(", ", columns.stream().map(c -> c.copied(to, mark)).toList());
        try (var statement = connection.createStatement()) {
            statement.execute("INSERT INTO " + table + " (" + names + ") SELECT " + values + " FROM " + table
                    + " WHERE tenant_id = '" + from + "' ON CONFLICT DO NOTHING");
        }
    }

    private record Column(String name, String type) {
        String copied(UUID tenant, String mark) {
            if (name.equals("tenant_id")) {
                return "'" + tenant + "'::uuid";
            }
            return switch (type) {
                case "text" -> "'" + mark + " ' || \"" + name + "\"";
                case "jsonb" ->
                    "CASE WHEN jsonb_typeof(\"" + name + "\") = 'object' THEN \"" + name
                            + "\" || jsonb_build_object('name', '" + mark + "', 'value', '" + mark + "', 'subject', '"
                            + mark
                            + "') ELSE \"" + name + "\" END";
                default -> "\"" + name + "\"";
            };
        }
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var query = connection.prepareStatement("SELECT column_name, data_type FROM information_schema.columns"
                + " WHERE table_schema || '.' || table_name = ? AND is_generated = 'NEVER'")) {
            query.setString(1, table);
            var rows = query.executeQuery();
            while (rows.next()) {
                columns.add(new Column(rows.getString(1), rows.getString(2)));
            }
        }
        return columns;
    }

    /** How many rows a workspace has in a table, and a checksum of them. */
    static String sum(String table, UUID tenant) {
        return strings("SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM "
                        + table + " t WHERE tenant_id = '" + tenant + "'")
                .getFirst();
    }

    /** How many rows of others the application sees in a table without asking for its own only. */
    static int foreign(String table, UUID tenant) {
        return TestDatabase.asApplication(connection -> {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT platform.set_tenant('" + tenant + "')");
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM " + table + " WHERE tenant_id <> '" + tenant + "'");
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    static void execute(String sql) {
        TestDatabase.asSuperuser(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private static List<String> strings(String sql) {
        return TestDatabase.asSuperuser(connection -> {
            var found = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        });
    }
}
