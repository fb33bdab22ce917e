package relais.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.identity.Accounts;
import relais.identity.Workspaces;
import relais.platform.files.Home;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.NotFound;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class DemoTest {
    @Autowired
    Demonstration demonstration;

    @Autowired
    Workspaces workspaces;

    @Autowired
    Accounts accounts;

    @Autowired
    Home home;

    @Autowired
    World world;

    @Autowired
    DSLContext sql;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aYearOfACompanyIsMadeUsedAndTakenAwayWithoutATrace() {
        var began = Instant.now();
        var made = demonstration.build();
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(60));
        var workspace = made.workspace().id();

        assertThat(count(workspace, "customers.customer", "true")).isEqualTo(500);
        assertThat(count(workspace, "customers.customer", "kind = 'organisation'"))
                .isEqualTo(300);
        assertThat(count(workspace, "customers.customer", "custom IS NOT NULL AND n1 IS NOT NULL"))
                .isGreaterThan(150);
        assertThat(count(workspace, "timeline.note", "true")).isGreaterThan(850);
        assertThat(count(workspace, "customers.affiliation", "true")).isGreaterThan(100);
        assertThat(count(workspace, "records.operation", "undone_by IS NOT NULL"))
                .isEqualTo(1);
        assertThat(count(workspace, "records.operation", "kept = 3 AND reversed = 39"))
                .isEqualTo(1);
        assertThat(first(workspace)).isBefore(OffsetDateTime.now().minusDays(370));
        assertThat(demonstration.make()).as("a second time").isEmpty();

        var signIn = made.people().getFirst();
        var browser = world.browser();
        browser.signIn(signIn.email(), signIn.password());
        var page = browser.page("/operations");
        assertThat(page.select(".notice").text()).contains("Démonstration").contains("Retirer la démonstration");
        assertThat(page.text()).contains("39 sur 42");

        var reader = world.browser();
        reader.signIn(made.people().getLast().email(), made.people().getLast().password());
        assertThat(reader.page("/operations").select(".notice form")).isEmpty();
        assertThat(reader.post("/demonstration/removal").statusCode()).isEqualTo(403);

        var file = "Nom;Ville\nZinc;Lyon\n".getBytes(StandardCharsets.UTF_8);
        assertThat(browser.upload("/imports", "zinc.csv", file, "object", "customer")
                        .statusCode())
                .isIn(302, 303);
        var files = home.folder("files/imports").resolve(workspace.toString());
        assertThat(files).isNotEmptyDirectory();

        var removed = browser.post("/demonstration/removal");
        assertThat(removed.statusCode()).isEqualTo(303);
        assertThat(leftovers(workspace)).isEmpty();
        assertThat(files).doesNotExist();
        assertThat(workspaces.find(workspace)).isEmpty();
        assertThat(accounts.byEmail(signIn.email())).isEmpty();
        assertThat(browser.get("/operations").statusCode())
                .as("the session is gone")
                .isEqualTo(302);
    }

    @Test
    void aRealWorkspaceIsNeverRemoved() {
        var real = world.kerval().id();
        assertThatThrownBy(() -> demonstration.remove(real)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sql.resultQuery("SELECT setup.remove_demonstration(?)", real)
                        .fetch())
                .hasMessageContaining("Only a demonstration");
        assertThat(workspaces.find(real)).isPresent();
    }

    private int count(UUID workspace, String table, String condition) {
        return in(workspace, "SELECT count(*) FROM " + table + " WHERE tenant_id = ? AND " + condition, Integer.class);
    }

    private OffsetDateTime first(UUID workspace) {
        return in(workspace, "SELECT min(at) FROM records.change WHERE tenant_id = ?", OffsetDateTime.class);
    }

    private <T> T in(UUID workspace, String query, Class<T> type) {
        return ScopedValue.where(Tenancy.CURRENT, workspace)
                .call(() -> new TransactionTemplate(transactions)
                        .execute(status ->
                                sql.resultQuery(query, workspace).fetchSingle().get(0, type)));
    }

    /** The rows of the workspace in every table that has a tenant. */
    private TreeMap<String, Integer> leftovers(UUID workspace) {
        var left = new TreeMap<String, Integer>();
        var tables = sql.resultQuery("""
                        SELECT table_schema || '.' || table_name FROM information_schema.columns
                        WHERE column_name = 'tenant_id' AND table_schema NOT LIKE 'pg_%'""").fetch(0, String.class);
        assertThat(tables).hasSizeGreaterThan(15);
        for (var table : tables) {
            try {
                int rows = count(workspace, table, "true");
                if (rows > 0) {
                    left.put(table.toLowerCase(Locale.ROOT), rows);
                }
            } catch (RuntimeException view) {
                // A view over the same rows that this role may not read adds nothing.
                assertThat(view.getMessage()).contains("permission denied");
            }
        }
        return left;
    }
}
