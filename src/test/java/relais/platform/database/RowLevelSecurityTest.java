package relais.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import relais.world.Behind;

class RowLevelSecurityTest {
    private static final String TENANT_TABLES = """
            SELECT n.nspname || '.' || c.relname
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
            WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%'""";

    @Test
    void everyTenantTableHasRowLevelSecurityAlsoForItsOwner() throws SQLException {
        assertThat(names(TENANT_TABLES)).isNotEmpty();
        assertThat(names(TENANT_TABLES + " AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"))
                .isEmpty();
    }

    @Test
    void everyTenantTableShowsAndTakesOnlyTheRowsOfTheCurrentWorkspace() throws SQLException {
        assertThat(names(TENANT_TABLES + """
                                           AND NOT EXISTS (
                                            SELECT 1 FROM pg_policies p
                                            WHERE p.schemaname = n.nspname AND p.tablename = c.relname AND p.cmd = 'ALL'
                                              AND p.permissive = 'PERMISSIVE'
                                              AND p.qual = '(tenant_id = platform.current_tenant())'
                                              AND p.with_check IN ('(tenant_id = platform.current_tenant())',
                                                '(tenant_id = ( SELECT platform.current_tenant() AS current_tenant))'))""")).isEmpty();
    }

    @Test
    void noTenantTableHasASecondPolicyThatOpensItFurther() throws SQLException {
        assertThat(names("""
                                SELECT schemaname || '.' || tablename FROM pg_policies
                                WHERE permissive = 'PERMISSIVE' GROUP BY schemaname, tablename HAVING count(*) > 1""")).isEmpty();
    }

    @Test
    void theWorkspaceComesFirstInEveryPrimaryUniqueAndForeignKey() throws SQLException {
        assertThat(names("""
                                SELECT k.conrelid::regclass || ' ' || k.conname FROM pg_constraint k
                                JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attname = 'tenant_id'
                                WHERE k.contype IN ('p', 'u', 'f') AND k.conkey[1] <> a.attnum
                                  AND NOT (k.contype = 'f' AND NOT EXISTS (SELECT 1 FROM pg_attribute o
                                           WHERE o.attrelid = k.confrelid AND o.attname = 'tenant_id'))""")).isEmpty();
    }

    @Test
    void theWorkspaceComesFirstInEveryUniqueIndex() throws SQLException {
        assertThat(names("""
                                SELECT i.indexrelid::regclass::text FROM pg_index i
                                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attname = 'tenant_id'
                                WHERE i.indisunique AND i.indkey[0] <> a.attnum""")).isEmpty();
    }

    @Test
    void theApplicationOwnsNoTable() throws SQLException {
        assertThat(names("SELECT tablename::text FROM pg_tables WHERE tableowner = 'relais'"))
                .isEmpty();
    }

    private static List<String> names(String sql) throws SQLException {
        try (var connection = Behind.theScenes();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
