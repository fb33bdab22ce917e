package relais.records.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.Memberships;
import relais.identity.Reach;
import relais.platform.tenancy.Tenancy;
import relais.records.criteria.Criteria;
import relais.records.criteria.CriteriaJson;
import relais.records.types.ObjectTypes;
import relais.records.types.Visibility;
import relais.world.RelaisTest;
import relais.world.TestDatabase;
import relais.world.World;

/** How PostgreSQL reads the lists of somebody who sees one customer in twenty of 20,000. */
@RelaisTest
class ReachPlansTest {
    private static final Pattern SORTED = Pattern.compile("Sort .*actual.* rows=(\\d+)");

    @Autowired
    World world;

    @Autowired
    Memberships memberships;

    @Autowired
    DSLContext sql;

    @Autowired
    Criteria criteria;

    @Autowired
    Visibility visibility;

    @Autowired
    ObjectTypes types;

    @Test
    void eachBranchIsARangeOfItsIndexAndNothingIsSortedButThePage() {
        var company = world.verdier();
        memberships.reach(company.id(), company.agent().id(), Reach.Extent.OWN);
        fill(company);
        var first = plan(company, company.agent(), "name", "{\"all\":[]}");
        assertThat(first)
                .contains("customer_site", "customer_owner", "customer_shared")
                .doesNotContain("Seq Scan");
        assertThat(sorted(first)).as(first).isNotEmpty().allMatch(rows -> rows <= 200);
        var gold = plan(company, company.agent(), "-name", "{\"field\":\"tier\",\"op\":\"is\",\"values\":[\"gold\"]}");
        assertThat(gold)
                .as(gold)
                .contains("customer_tier")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");

        var tag = "{\"field\":\"tags\",\"op\":\"has_any\",\"values\":[\"Fidèle\"]}";
        for (var person : List.of(company.agent(), company.administrator())) {
            var tagged = plan(company, person, "name", tag);
            assertThat(tagged)
                    .as(tagged)
                    .contains("tagging_name")
                    .doesNotContain("Seq Scan on tagging", "Seq Scan on customer")
                    .doesNotContain("Sort");
        }

        var walked = plan(company, company.agent(), "-lastContactAt", "{\"all\":[]}");
        assertThat(walked).contains("Index Only Scan", "customer_last_contact").doesNotContain("Seq Scan");
        memberships.reach(company.id(), company.reader().id(), Reach.Extent.OWN);
        var gathered = plan(company, company.reader(), "-lastContactAt", "{\"all\":[]}");
        assertThat(gathered).contains("customer_owner", "customer_shared").doesNotContain("customer_last_contact");
    }

    private List<Integer> sorted(String plan) {
        return SORTED.matcher(plan)
                .results()
                .map(m -> Integer.parseInt(m.group(1)))
                .toList();
    }

    /** What PostgreSQL does for the first page, its time and rows included. */
    private String plan(World.Company company, World.Person person, String sort, String filter) {
        return world.inTransaction(
                company,
                () -> world.as(company, person, () -> {
                    var said = new Said();
                    var heard = DSL.using(sql.configuration().derive(new DefaultExecuteListenerProvider(said)));
                    var patient = new Patience(heard);
                    var tags = new TagWalk(criteria, patient, visibility);
                    var walk = new ListWalk(criteria, patient, visibility, new Sighted(sql), tags);
                    var type = types.of("customer");
                    var spec = new ListSpec(type, CriteriaJson.parse(filter), Sort.of(type, sort), null, 50);
                    walk.spots(spec, null, false, 51);
                    return sql.fetch("EXPLAIN (ANALYZE) " + said.first).stream()
                            .map(r -> r.get(0, String.class))
                            .collect(Collectors.joining("\n"));
                }));
    }

    private static final class Said implements ExecuteListener {
        private String first = "";

        @Override
        public void executeStart(ExecuteContext context) {
            if (first.isEmpty()) {
                first = DSL.using(SQLDialect.POSTGRES).renderInlined(Objects.requireNonNull(context.query()));
            }
        }
    }

    private void fill(World.Company company) {
        world.inTransaction(
                company,
                () -> sql.execute(
                        """
                        INSERT INTO customers.customer (tenant_id, id, version, kind, name, name_key, stage, tier, site_id,
                          owner_id, shared, last_contact_at, created_at, updated_at)
                        SELECT w.id, gen_random_uuid(), 1, 'person', 'x ' || i, 'x ' || lpad((i * 7919 % 20011)::text, 6, '0'),
                          'customer', CASE WHEN i % 3 = 0 THEN 'gold' END,
                          CASE WHEN i % 20 = 0 THEN CAST(? AS uuid) ELSE CAST(? AS uuid) END,
                          CASE WHEN i % 200 = 0 THEN CAST(? AS uuid) ELSE CAST(? AS uuid) END,
                          i % 500 = 0, now() - i * interval '1 minute', now(), now()
                        FROM identity.workspace w, generate_series(1, 20000) i WHERE w.id = ?""",
                        company.lyon(),
                        company.nantes(),
                        company.agent().id(),
                        company.manager().id(),
                        Tenancy.id()));
        world.inTransaction(company, () -> {
            sql.execute(
                    "INSERT INTO customers.tag (tenant_id, id, key, label) VALUES (?, ?, 'fidele', 'Fidèle')",
                    Tenancy.id(),
                    Tenancy.id());
            return sql.execute("""
                    INSERT INTO customers.tagging (tenant_id, tag_id, name_key, customer_id, site_id, owner_id, shared)
                    SELECT c.tenant_id, c.tenant_id, c.name_key, c.id, c.site_id, c.owner_id, c.shared
                    FROM customers.customer c WHERE c.tenant_id = ? AND c.tier IS NULL""", Tenancy.id());
        });
        var database = sql.fetchSingle("SELECT current_database()").get(0, String.class);
        var server = TestDatabase.server(Objects.requireNonNull(database));
        try (var connection = DriverManager.getConnection(
                        server.url(), server.owner().user(), server.owner().password());
                var statement = connection.createStatement()) {
            statement.execute("VACUUM (ANALYZE) customers.customer, customers.tagging, customers.tag");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
