package relais.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantPredicatesTest {
    private static final Set<String> TABLES = Set.of("a.x", "a.y", "a.z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "SELECT * FROM a.free WHERE id = ?",
                "SELECT * FROM a.x WHERE tenant_id = ?",
                "select * from a.x where id = ? and tenant_id = ?::uuid order by id limit 5",
                "SELECT * FROM a.x WHERE ? = tenant_id",
                "SELECT * FROM a.x AS c WHERE c.tenant_id = ? AND (c.name = ? OR c.name IS NULL)",
                "SELECT * FROM a.x c WHERE ((c.tenant_id = ?) AND c.id = ?)",
                "SELECT * FROM \"a\".\"x\" WHERE (\"a\".\"x\".\"tenant_id\" = cast(? as uuid) and \"a\".\"x\".\"id\" in (?, ?))",
                "SELECT * FROM a.x WHERE (tenant_id, id) = (?, ?)",
                "SELECT * FROM a.x WHERE (tenant_id, id) IN ((?, ?), (?, ?))",
                "SELECT * FROM a.x c JOIN a.y d ON d.tenant_id = c.tenant_id AND d.id = c.y_id WHERE c.tenant_id = ?",
                "SELECT * FROM a.x c, a.y d WHERE c.tenant_id = ? AND d.tenant_id = c.tenant_id",
                "SELECT * FROM a.x c LEFT JOIN a.y d ON c.tenant_id = d.tenant_id LEFT JOIN a.z e ON e.tenant_id = d.tenant_id WHERE c.tenant_id = ?",
                "SELECT * FROM a.x c JOIN a.y d USING (tenant_id, id) WHERE tenant_id = ?",
                "SELECT * FROM a.x c WHERE c.tenant_id = ? AND EXISTS (SELECT 1 FROM a.y d WHERE d.tenant_id = c.tenant_id AND d.id = c.id)",
                "SELECT * FROM a.x c WHERE c.tenant_id = ? AND c.id IN (SELECT id FROM a.y WHERE tenant_id = ?)",
                "SELECT * FROM (SELECT id, tenant_id FROM a.x WHERE tenant_id = ? LIMIT 51) k JOIN a.y d ON d.tenant_id = k.tenant_id",
                "SELECT c.* FROM unnest(?) s(v), LATERAL (SELECT id FROM a.x WHERE tenant_id = ? AND site = s.v) c",
                "WITH k AS (SELECT id FROM a.x WHERE tenant_id = ?) SELECT * FROM k",
                "WITH d AS (DELETE FROM a.x WHERE tenant_id = ? RETURNING *) SELECT count(*) FROM d",
                "(SELECT id FROM a.x WHERE tenant_id = ?) UNION ALL (SELECT id FROM a.y WHERE tenant_id = ?)",
                "SELECT id FROM a.x WHERE tenant_id = ? UNION SELECT id FROM a.y WHERE tenant_id = ?",
                "SELECT coalesce((SELECT max(n) FROM a.x WHERE tenant_id = ?), 0)",
                "INSERT INTO a.x (tenant_id, id) VALUES (?, ?) ON CONFLICT (tenant_id, id) DO UPDATE SET n = excluded.n",
                "INSERT INTO a.x AS c (tenant_id, id) VALUES (?, ?)",
                "INSERT INTO a.x (tenant_id, id) SELECT s.tenant_id, s.id FROM a.y s WHERE s.tenant_id = ?",
                "UPDATE a.x SET name = ? WHERE tenant_id = ? AND id = ?",
                "UPDATE a.x c SET n = d.n FROM a.y d WHERE c.tenant_id = ? AND d.tenant_id = c.tenant_id AND d.id = c.id",
                "UPDATE a.x AS c SET n = v.n FROM (VALUES (?::uuid, ?)) AS v(id, n) WHERE c.tenant_id = ? AND c.id = v.id",
                "DELETE FROM a.x USING a.y d WHERE a.x.tenant_id = ? AND d.tenant_id = a.x.tenant_id",
                "SELECT * FROM a.x -- FROM a.y\n WHERE tenant_id = ? /* FROM a.z */ AND note = 'FROM a.y'",
                "SELECT * FROM a.x WHERE tenant_id = ? AND before IS DISTINCT FROM after AND id = ?",
                "SELECT * FROM a.x WHERE tenant_id = ANY(?)",
            })
    void saysWhichWorkspaceItMeans(String sql) {
        assertThat(TenantPredicates.missing(sql, TABLES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM a.x",
                "SELECT * FROM a.x WHERE id = ?",
                "SELECT tenant_id FROM a.x WHERE id = ?",
                "SELECT * FROM a.x WHERE tenant_id = ? OR id = ?",
                "SELECT * FROM a.x WHERE NOT (tenant_id = ?)",
                "SELECT * FROM a.x WHERE tenant_id <> ?",
                "SELECT * FROM a.x WHERE tenant_id IS NOT NULL",
                "SELECT * FROM a.x WHERE tenant_id NOT IN (?)",
                "SELECT * FROM a.x WHERE tenant_id = tenant_id",
                "SELECT * FROM a.x c WHERE c.tenant_id = c.tenant_id",
                "SELECT * FROM a.x WHERE tenant_id = platform.current_tenant()",
                "SELECT * FROM a.x c, a.y d WHERE c.tenant_id = ?",
                "SELECT * FROM a.x c, a.y d WHERE tenant_id = ?",
                "SELECT * FROM a.x c JOIN a.y d ON d.id = c.id WHERE c.tenant_id = ?",
                "SELECT * FROM a.x c JOIN a.y d ON d.tenant_id = c.tenant_id WHERE c.id = ?",
                "SELECT * FROM a.x c WHERE c.tenant_id = ? AND EXISTS (SELECT 1 FROM a.y d WHERE d.id = c.id)",
                "SELECT * FROM a.free f WHERE f.id IN (SELECT id FROM a.x)",
                "SELECT * FROM (SELECT id FROM a.x LIMIT 51) k JOIN a.y d ON d.tenant_id = ?",
                "WITH k AS (SELECT id FROM a.x) SELECT * FROM k",
                "SELECT id FROM a.x WHERE tenant_id = ? UNION SELECT id FROM a.y",
                "(SELECT id FROM a.x WHERE tenant_id = ?) UNION ALL (SELECT id FROM a.y)",
                "SELECT coalesce((SELECT max(n) FROM a.x), 0)",
                "INSERT INTO a.x (id) VALUES (?)",
                "INSERT INTO a.x VALUES (?, ?)",
                "INSERT INTO a.x (tenant_id, id) SELECT s.tenant_id, s.id FROM a.y s",
                "UPDATE a.x SET name = ? WHERE id = ?",
                "UPDATE a.x SET tenant_id = ? WHERE id = ?",
                "UPDATE a.x c SET n = d.n FROM a.y d WHERE c.tenant_id = ? AND d.id = c.id",
                "DELETE FROM a.x",
                "DELETE FROM a.x USING a.y d WHERE a.x.tenant_id = ? AND d.id = a.x.id",
                "SELECT * FROM \"a\".\"x\" WHERE \"a\".\"x\".\"id\" = ?",
                "SELECT * FROM a.x -- WHERE tenant_id = ?",
            })
    void leavesTheWorkspaceOpen(String sql) {
        assertThat(TenantPredicates.missing(sql, TABLES)).isNotEmpty();
    }
}
