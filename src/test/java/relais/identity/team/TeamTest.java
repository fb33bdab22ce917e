package relais.identity.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.Directory;
import relais.identity.Memberships;
import relais.identity.Role;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class TeamTest {
    private static final String FRESH = "sept renards prudents";

    @Autowired
    World world;

    @Autowired
    Memberships memberships;

    @Autowired
    Directory directory;

    @Autowired
    DSLContext sql;

    @Test
    void anInvitedPersonChoosesAPasswordAndEntersWithTheirRoleAndPlaces() {
        var administrator = world.browserOf(world.verdier().administrator());
        var answer = administrator.post(
                "/settings/team/people",
                "name",
                "Nadia Belkacem",
                "email",
                "Nadia.Belkacem@verdier.example",
                "role",
                "agent",
                "sites",
                world.verdier().nantes().toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var link = administrator.page(answer).select("copy-text input").val();
        assertThat(administrator.page("/settings/team").text())
                .contains("Nadia Belkacem")
                .contains("en attente");

        var nadia = world.browser();
        var path = URI.create(link).getPath();
        assertThat(nadia.page(path).text()).contains("Rejoindre Maison Verdier");
        assertThat(nadia.post(path, "password", FRESH).statusCode()).isEqualTo(303);
        assertThat(nadia.page("/account").select(".brand").text()).contains("Nantes");
        assertThat(nadia.get("/settings/team").statusCode()).isEqualTo(403);
        assertThat(nadia.get(path).statusCode()).isEqualTo(410);
    }

    @Test
    void someoneFromAnotherWorkspaceJoinsWithTheirOwnPassword() {
        var administrator = world.browserOf(world.verdier().administrator());
        var guest = world.kerval().manager();
        var answer =
                administrator.post("/settings/team/people", "name", "Rozenn", "email", guest.email(), "role", "reader");
        assertThat(administrator.page("/settings/team").text()).doesNotContain(guest.name());
        var path = URI.create(
                        administrator.page(answer).select("copy-text input").val())
                .getPath();
        var browser = world.browser();
        assertThat(browser.post(path, "password", FRESH).statusCode()).isEqualTo(422);
        assertThat(browser.post(path, "password", World.PASSWORD).statusCode()).isEqualTo(303);
        assertThat(browser.page("/account").select(".brand").text()).contains("Maison Verdier");

        var reset = administrator.post("/settings/team/people/" + guest.id() + "/link");
        assertThat(reset.statusCode())
                .as("an administrator of one workspace is not one of the other")
                .isEqualTo(409);
    }

    @Test
    void aWrongInvitationIsShownAgainWithWhatWasTyped() {
        var administrator = world.browserOf(world.verdier().administrator());
        var answer = administrator.post("/settings/team/people", "name", " ", "email", "nadia@", "role", "queen");
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = administrator.page(answer);
        assertThat(page.select("#email").val()).isEqualTo("nadia@");
        assertThat(page.select(".err").size()).isEqualTo(3);
        var known = administrator.post(
                "/settings/team/people",
                "name",
                "Claire",
                "email",
                world.verdier().agent().email(),
                "role",
                "agent");
        assertThat(known.statusCode()).isEqualTo(422);
    }

    @Test
    void theLastAdministratorStays() {
        var kerval = world.kerval();
        var browser = world.browserOf(kerval.administrator());
        var own = "/settings/team/people/" + kerval.administrator().id();
        assertThat(browser.post(own, "role", "reader").statusCode()).isEqualTo(409);
        assertThat(browser.post(own + "/disabling").statusCode()).isEqualTo(409);
        assertThat(browser.get("/settings/team").statusCode()).isEqualTo(200);
        var promoted = "/settings/team/people/" + kerval.agent().id();
        assertThat(browser.post(promoted, "role", "administrator").statusCode()).isEqualTo(303);
        assertThat(browser.post(own, "role", "reader").statusCode()).isEqualTo(303);
        assertThat(browser.get("/settings/team").statusCode()).isEqualTo(403);
        var other = world.browserOf(kerval.agent());
        assertThat(other.post(own, "role", "administrator").statusCode()).isEqualTo(303);
        assertThat(other.post(promoted, "role", "agent").statusCode()).isEqualTo(303);
    }

    @Test
    void closedAccessEndsSessionsAtOnceAndCanBeReopened() {
        var administrator = world.browserOf(world.verdier().administrator());
        var person = world.verdier().reader();
        var theirs = world.browserOf(person);
        var path = "/settings/team/people/" + person.id();
        assertThat(administrator.post(path + "/disabling").statusCode()).isEqualTo(303);
        assertThat(theirs.get("/account").statusCode()).isEqualTo(302);
        var refused = world.browser().post("/sign-in", "email", person.email(), "password", World.PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(administrator.post(path + "/enabling").statusCode()).isEqualTo(303);
        world.browserOf(person);
    }

    @Test
    void sitesAndTeamsAreAddedRenamedAndArchived() {
        var browser = world.browserOf(world.verdier().administrator());
        for (var path : List.of("sites", "teams")) {
            var all = "/settings/team/" + path;
            var added = browser.post(all, "name", "Villeurbanne");
            assertThat(added.statusCode()).isEqualTo(303);
            var one = added.headers().firstValue("Location").orElseThrow();
            assertThat(browser.post(all, "name", "VILLEURBANNE ").statusCode()).isEqualTo(422);
            assertThat(browser.post(one, "name", "Villeurbanne Gratte-Ciel").statusCode())
                    .isEqualTo(303);
            assertThat(browser.page(one).select("#name").val()).isEqualTo("Villeurbanne Gratte-Ciel");
            assertThat(browser.post(one + "/archiving").statusCode()).isEqualTo(303);
            assertThat(browser.page("/settings/team/people/new").text()).doesNotContain("Gratte-Ciel</span>");
            assertThat(browser.post(one + "/restoring").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void oneWorkspaceKnowsNothingOfTheOthersPeopleAndPlaces() {
        var browser = world.browserOf(world.verdier().administrator());
        var foreign = world.kerval();
        for (var path : List.of(
                "/settings/team/people/" + foreign.agent().id(),
                "/settings/team/sites/" + foreign.lyon(),
                "/settings/team/teams/" + foreign.team())) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(browser.post(path, "name", "Pris", "role", "administrator")
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        for (var verb : List.of("/link", "/disabling", "/enabling")) {
            var path = "/settings/team/people/" + foreign.agent().id() + verb;
            assertThat(browser.post(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(browser.page("/settings/team").text())
                .doesNotContain("Tanguy")
                .doesNotContain("kerval.example");
        world.asAdministrator(() -> {
            assertThat(directory.users())
                    .extracting(Directory.User::email)
                    .noneMatch(email -> email.endsWith("kerval.example"));
            assertThat(directory.name(foreign.agent().id())).isEmpty();
            return true;
        });
    }

    @Test
    void aPersonIsNotPutIntoAForeignSite() {
        var browser = world.browserOf(world.verdier().administrator());
        var person = "/settings/team/people/" + world.verdier().manager().id();
        assertThat(browser.post(
                                person,
                                "role",
                                "manager",
                                "sites",
                                world.kerval().lyon().toString())
                        .statusCode())
                .isEqualTo(303);
        long rows = world.inTransaction(
                world.verdier(),
                () -> sql.fetchSingle(
                                "SELECT count(*) FROM identity.site_member WHERE tenant_id = ? AND site_id = ?",
                                world.verdier().id(),
                                world.kerval().lyon())
                        .get(0, Long.class));
        assertThat(rows).isZero();
    }

    @Test
    void rowLevelSecurityHidesTheOtherWorkspaceWhateverTheStatementAsks() {
        for (var table :
                List.of("role", "site", "team", "site_member", "team_member", "api_user", "api_site", "api_team")) {
            var asked = "SELECT count(*) FROM identity." + table + " WHERE tenant_id = ?";
            long own = world.inTransaction(
                    world.verdier(), () -> count(asked, world.verdier().id()));
            long foreign = world.inTransaction(
                    world.verdier(), () -> count(asked, world.kerval().id()));
            assertThat(own).as(table).isPositive();
            assertThat(foreign).as(table).isZero();
            assertThat(count(asked, world.verdier().id()))
                    .as(table + " without a workspace")
                    .isZero();
        }
    }

    private long count(String asked, java.util.UUID tenant) {
        return sql.fetchSingle(asked, tenant).get(0, Long.class);
    }

    @Test
    void nobodyButAdministratorsChangesRights() {
        var target = "/settings/team/people/" + world.verdier().reader().id();
        for (var person : List.of(
                world.verdier().manager(),
                world.verdier().agent(),
                world.verdier().reader())) {
            var browser = world.browserOf(person);
            assertThat(browser.post(target, "role", "administrator").statusCode())
                    .isEqualTo(403);
            assertThat(browser.post(
                                    "/settings/team/people",
                                    "name",
                                    "X",
                                    "email",
                                    "x@x.example",
                                    "role",
                                    "administrator")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(browser.get("/settings").headers().firstValue("Location"))
                    .hasValue("/settings/tokens");
            assertThat(browser.page("/settings/tokens").select("a[href^=/settings/team]"))
                    .isEmpty();
        }
        assertThat(memberships
                        .find(world.verdier().id(), world.verdier().reader().id())
                        .orElseThrow()
                        .role())
                .isEqualTo(Role.READER.code());
        var denied = world.asAdministrator(() -> sql.fetchSingle(
                        "SELECT count(*) FROM identity.event WHERE workspace_id = ? AND kind = 'DENIED'",
                        world.verdier().id())
                .get(0, Long.class));
        assertThat(denied).isGreaterThanOrEqualTo(6);
    }

    @Test
    void theMatrixAndTheJournalAreReadByAdministrators() {
        var browser = world.browserOf(world.verdier().administrator());
        for (var role : Role.values()) {
            assertThat(browser.page("/settings/team/roles/" + role.code()).select("#matrix tbody tr"))
                    .isNotEmpty();
        }
        assertThat(browser.page("/settings/team/journal").text())
                .contains("Connexion")
                .contains("Inès Garnier");
        assertThat(browser.get("/settings").headers().firstValue("Location")).isPresent();
    }

    @Test
    void fieldsThatNobodyAskedForChangeNothing() {
        var browser = world.browserOf(world.verdier().agent());
        browser.post(
                "/account/profile",
                "name",
                "Claire Aubry",
                "language",
                "fr",
                "zone",
                "Europe/Paris",
                "role",
                "administrator",
                "email",
                "evil@evil.example",
                "tenantId",
                world.kerval().id().toString(),
                "id",
                world.verdier().administrator().id().toString(),
                "passwordHash",
                "x",
                "disabled",
                "true");
        assertThat(browser.page("/account").text())
                .contains(world.verdier().agent().email());
        assertThat(browser.get("/settings/team").statusCode()).isEqualTo(403);
    }

    @Test
    void hostileNamesAreShownAsText() {
        var browser = world.browserOf(world.verdier().administrator());
        var hostile = "<img src=x onerror=alert(1)>{{7*7}}";
        var added = browser.post("/settings/team/sites", "name", hostile);
        var page = browser.page(added.headers().firstValue("Location").orElseThrow());
        assertThat(page.select("img")).isEmpty();
        assertThat(page.select("#name").val()).isEqualTo(hostile);
        browser.post("/settings/team/people", "name", hostile, "email", "hostile@verdier.example", "role", "reader");
        var people = browser.page("/settings/team");
        assertThat(people.select("img")).isEmpty();
        assertThat(people.text()).contains(hostile);
    }

    @Test
    void theReachOfAPersonIsChosenLikeTheirRoleAndHoldsAtOnce() {
        var company = world.verdier();
        var administrator = world.browserOf(company.administrator());
        var page = "/settings/team/people/" + company.reader().id();
        assertThat(administrator.page(page).select("#reach option[selected]").val())
                .isEqualTo("everything");
        var reader = world.browserOf(company.reader());
        reader.page("/customers");
        administrator.post(
                page, "role", "reader", "reach", "own", "sites", company.lyon().toString());
        assertThat(administrator.page(page).select("#reach option[selected]").val())
                .isEqualTo("own");
        assertThat(administrator.page("/settings/team/journal").text()).contains("Portée changée");
        world.as(company, company.reader(), () -> {
            var reach = relais.identity.Actor.current().reach();
            assertThat(reach.everything()).isFalse();
            assertThat(reach.sites()).containsExactly(company.lyon());
            assertThat(reach.sees(company.nantes(), company.reader().id(), false))
                    .isTrue();
            assertThat(reach.sees(company.nantes(), null, false)).isFalse();
            assertThat(reach.sees(null, null, true)).isTrue();
        });
        administrator.post(page, "role", "reader");
        assertThat(memberships
                        .find(company.id(), company.reader().id())
                        .orElseThrow()
                        .reach())
                .as("a form without the question leaves it as it was")
                .isEqualTo(relais.identity.Reach.Extent.OWN);
        administrator.post(page, "role", "reader", "reach", "everything");
    }
}
