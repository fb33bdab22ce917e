package relais.identity.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import relais.identity.Accounts;
import relais.identity.Action;
import relais.identity.Role;
import relais.identity.Roles;
import relais.identity.Workspaces;
import relais.identity.door.Links;
import relais.platform.tenancy.Tenancy;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetupTest {
    @Autowired
    Installation installation;

    @Autowired
    Links links;

    @Autowired
    Accounts accounts;

    @Autowired
    Workspaces workspaces;

    @Autowired
    Roles roles;

    @LocalServerPort
    int port;

    @Test
    @Order(1)
    void onlyTheLinkOpensTheSetupAndAWeakPasswordIsRefused() {
        var browser = Browser.at(port);
        assertThat(browser.get("/setup/guess").statusCode()).isEqualTo(404);
        var path = path(links.setup());
        assertThat(browser.page(path).text()).contains("Bienvenue");
        var weak = browser.post(
                path, "company", "Maison Verdier", "name", "Inès", "email", "ines@", "password", "motdepasse123");
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(browser.page(weak).select("#company").val()).isEqualTo("Maison Verdier");
        assertThat(browser.page(weak).select("#password").val()).isEmpty();
        assertThat(accounts.none()).isTrue();
    }

    @Test
    @Order(2)
    void ofTwoInstancesOneSetsUp() throws Exception {
        try (var executor = Executors.newFixedThreadPool(4)) {
            var tasks = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 4; i++) {
                var email = "first" + i + "@verdier.example";
                tasks.add(() -> installation.setUp(first(email)).isPresent());
            }
            int won = 0;
            for (var result : executor.invokeAll(tasks)) {
                won += result.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(accounts.all()).hasSize(1);
        assertThat(workspaces.all()).hasSize(1);
    }

    @Test
    @Order(3)
    void onceSetUpThereIsNoSetupAnyMore() {
        var browser = Browser.at(port);
        var path = path(links.setup());
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
        var again = browser.post(
                path, "company", "X", "name", "X", "email", "x@x.example", "password", "quatre chevaux bleus");
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(workspaces.all().getFirst().name()).isEqualTo("Maison Verdier");
        browser.signIn(accounts.all().getFirst().email(), World.PASSWORD);
        assertThat(browser.page("/sign-in/enrolment").text())
                .as("the first administrator chooses a second factor")
                .contains("Maison Verdier");
    }

    @Test
    @Order(4)
    void aNewWorkspaceHasFourRoles() {
        assertThat(installation.done()).isTrue();
        var tenant = workspaces.all().getFirst().id();
        var all = ScopedValue.where(Tenancy.CURRENT, tenant).call(() -> roles.all());
        assertThat(all).containsOnlyKeys(Role.values());
        assertThat(all.get(Role.READER).allow("customer", Action.UPDATE)).isFalse();
    }

    private static Installation.First first(String email) {
        return new Installation.First(
                "Maison Verdier", "Inès Garnier", email, World.PASSWORD, Locale.FRENCH, ZoneId.of("Europe/Paris"));
    }

    private static String path(String link) {
        return URI.create(link).getPath();
    }
}
