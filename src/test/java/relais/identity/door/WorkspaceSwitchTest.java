package relais.identity.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.Memberships;
import relais.identity.Role;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class WorkspaceSwitchTest {
    @Autowired
    World world;

    @Autowired
    Memberships memberships;

    @Test
    void aPersonOfTwoWorkspacesSwitchesAndOldFormsAreRefused() {
        var person = world.verdier().agent();
        memberships.add(world.kerval().id(), person.id(), Role.READER, person.name(), true);
        var browser = world.browserOf(person);
        var formOfVerdier = browser.token();
        assertThat(browser.page("/account").select(".brand").text()).contains("Maison Verdier");

        var moved =
                browser.post("/workspaces/current", "to", world.kerval().id().toString());
        assertThat(moved.statusCode()).isEqualTo(303);
        assertThat(browser.page("/account").select(".brand").text()).contains("Atelier Kerval");

        var stale = browser.postWithoutToken(
                "/account/profile", "name", "x", "language", "fr", "zone", "UTC", "_csrf", formOfVerdier);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(browser.page(stale).text()).contains("autre espace");
        assertThat(browser.page("/account").text()).contains(person.name());
    }

    @Test
    void aPageOfAnotherWorkspaceIsRefusedByItsHeaderToo() {
        var browser = world.browserOf(world.verdier().manager());
        browser.with("X-Workspace", world.kerval().id().toString());
        assertThat(browser.get("/account").statusCode()).isEqualTo(409);
    }

    @Test
    void nobodyEntersAWorkspaceThatIsNotTheirs() {
        var browser = world.browserOf(world.verdier().manager());
        var response =
                browser.post("/workspaces/current", "to", world.kerval().id().toString());
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(browser.page("/account").select(".brand").text()).contains("Maison Verdier");
    }

    @Test
    void noHeaderParameterOrCookieMovesAPersonToAnotherWorkspace() {
        var kerval = world.kerval().id().toString();
        for (var header : List.of("X-Tenant", "X-Org", "X-Tenant-Id", "Tenant")) {
            var browser = world.browserOf(world.verdier().manager()).with(header, kerval);
            browser.cookie("tenant", kerval);
            browser.cookie("workspace", kerval);
            var page = browser.page("/account?tenant_id=" + kerval + "&workspace=" + kerval);
            assertThat(page.select(".brand").text()).contains("Maison Verdier");
        }
    }
}
