package relais.identity.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.door.SignInRules;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class SecondFactorTest {
    @Autowired
    World world;

    @Autowired
    DSLContext sql;

    @Autowired
    SignInRules rules;

    @AfterEach
    void nobodyHasASecondFactor() {
        sql.execute("DELETE FROM identity.authenticator_app");
        sql.execute("DELETE FROM identity.recovery_code");
        sql.execute("DELETE FROM identity.throttle");
        demand(SignInRules.Demanded.NOBODY);
    }

    private void demand(SignInRules.Demanded demanded) {
        rules.set(world.verdier().id(), new SignInRules.Rule(demanded, false));
    }

    @Test
    void aNewWorkspaceDemandsASecondFactorOfItsAdministrators() {
        sql.execute(
                "DELETE FROM identity.sign_in_rule WHERE workspace_id = ?",
                world.verdier().id());
        assertThat(location(password(world.verdier().administrator()))).isEqualTo("/sign-in/enrolment");
        assertThat(location(password(world.verdier().agent()))).isEqualTo("/");
    }

    @Test
    void anAdministratorChoosesASecondFactorOnTheWayInAndIsToldRecoveryCodesOnce() {
        demand(SignInRules.Demanded.ADMINISTRATORS);
        var browser = world.browser();
        var first = browser.post(
                "/sign-in",
                "email",
                world.verdier().administrator().email(),
                "password",
                World.PASSWORD,
                "to",
                "/settings/team");
        assertThat(location(first)).isEqualTo("/sign-in/enrolment?to=%2Fsettings%2Fteam");
        assertThat(browser.get("/account").statusCode()).as("no session yet").isEqualTo(302);
        var page = browser.page("/sign-in/enrolment?to=%2Fsettings%2Fteam");
        assertThat(page.text()).contains("Maison Verdier");
        assertThat(page.select("svg[role=img] path").attr("d")).startsWith("M4 4h1v1h-1z");
        var secret = page.selectFirst(".factor-secret").text().replace(" ", "");
        var done = browser.post("/sign-in/enrolment", "code", code(secret, 0), "to", "/settings/team");
        assertThat(done.statusCode()).isEqualTo(200);
        var codes = browser.page(done).select(".factor-codes li").eachText();
        assertThat(codes).hasSize(10).allMatch(code -> code.matches("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}"));
        assertThat(browser.page(done).select("a.pri").attr("href")).isEqualTo("/settings/team");
        assertThat(browser.get("/settings/team").statusCode()).isEqualTo(200);
        assertThat(browser.page("/account").select("#sessions").text()).contains("par mot de passe et code");
        assertThat(stored()).doesNotContain(secret).doesNotContainAnyElementsOf(codes);
    }

    @Test
    void thePasswordAloneOpensNothingOnceThereIsASecondFactor() {
        var person = world.verdier().agent();
        var secret = enrol(person).secret();
        var browser = world.browser();
        assertThat(location(password(browser, person))).isEqualTo("/sign-in/second");
        for (var path : new String[] {"/account", "/", "/settings"}) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(302);
        }
        assertThat(browser.page("/sign-in/second").text()).contains(person.email());
        assertThat(second(browser, "000000").statusCode()).isEqualTo(422);
        assertThat(location(second(browser, code(secret, 1)))).isEqualTo("/");
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void aCodeIsGoodOnce() {
        var person = world.verdier().agent();
        var code = code(enrol(person).secret(), 1);
        var one = world.browser();
        password(one, person);
        assertThat(second(one, code).statusCode()).isEqualTo(303);
        var other = world.browser();
        password(other, person);
        assertThat(second(other, code).statusCode()).isEqualTo(422);
    }

    @Test
    void aRecoveryCodeStandsInForThePhoneOnceHoweverItIsTyped() {
        var person = world.verdier().manager();
        var paper = enrol(person).codes().getFirst();
        var browser = world.browser();
        password(browser, person);
        assertThat(second(browser, " " + paper.toUpperCase().replace("-", " ")).statusCode())
                .isEqualTo(303);
        assertThat(browser.page("/account").text()).contains("9 codes de secours", "code de secours");
        var again = world.browser();
        password(again, person);
        assertThat(second(again, paper).statusCode()).isEqualTo(422);
    }

    @Test
    void wrongCodesEndTheSignInAndThenSlowTheAccountDownWhateverTheBrowser() {
        var person = world.verdier().agent();
        var secret = enrol(person).secret();
        var browser = world.browser();
        password(browser, person);
        for (int i = 0; i < 4; i++) {
            assertThat(second(browser, "00000" + i).statusCode()).isEqualTo(422);
        }
        assertThat(location(second(browser, "000005"))).isEqualTo("/sign-in?stale");
        assertThat(location(second(browser, code(secret, 1)))).isEqualTo("/sign-in?stale");
        var other = world.browser();
        password(other, person);
        for (int i = 0; i < 4; i++) {
            second(other, "00000" + i);
        }
        var third = world.browser();
        password(third, person);
        second(third, "000000");
        second(third, "000001");
        var slowed = second(third, code(secret, 1));
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void theSecondStepBelongsToTheBrowserThatGaveThePassword() {
        enrol(world.verdier().agent());
        var stranger = world.browser();
        assertThat(location(stranger.get("/sign-in/second"))).isEqualTo("/sign-in?stale");
        assertThat(location(second(stranger, "123456"))).isEqualTo("/sign-in?stale");
        stranger.cookie("half", "guessed-by-somebody");
        assertThat(location(stranger.get("/sign-in/second"))).isEqualTo("/sign-in?stale");
        assertThat(location(stranger.get("/sign-in/enrolment"))).isEqualTo("/sign-in?stale");
    }

    @Test
    void whoHasASecondFactorCannotChooseAnotherByThePasswordAlone() {
        demand(SignInRules.Demanded.ADMINISTRATORS);
        var person = world.verdier().administrator();
        var thief = world.browser();
        assertThat(location(password(thief, person))).isEqualTo("/sign-in/enrolment");
        var owner = world.browser();
        password(owner, person);
        var secret = owner.page("/sign-in/enrolment")
                .selectFirst(".factor-secret")
                .text()
                .replace(" ", "");
        assertThat(owner.post("/sign-in/enrolment", "code", code(secret, 0)).statusCode())
                .isEqualTo(200);
        assertThat(location(thief.get("/sign-in/enrolment"))).isEqualTo("/sign-in?stale");
        assertThat(location(thief.post("/sign-in/enrolment", "code", code(secret, 1))))
                .isEqualTo("/sign-in?stale");
    }

    @Test
    void aPhoneWhoseClockIsWrongIsToldSo() {
        var browser = world.browserOf(world.verdier().reader());
        browser.post("/account/second-factor", "password", World.PASSWORD);
        var secret = browser.page("/account/second-factor")
                .selectFirst(".factor-secret")
                .text()
                .replace(" ", "");
        var wrong = browser.post("/account/second-factor/confirmation", "code", code(secret, -20));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(browser.page(wrong).text()).contains("Réglez l’heure du téléphone");
    }

    @Test
    void takingUpASecondFactorAsksForThePasswordAndEndsTheOtherSessions() {
        var person = world.verdier().reader();
        var elsewhere = world.browserOf(person);
        var browser = world.browserOf(person);
        assertThat(browser.post("/account/second-factor", "password", "pas le bon")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.page("/account/second-factor").select(".factor-secret"))
                .isEmpty();
        enrol(browser);
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(302);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void whoMustHaveASecondFactorCannotGiveTheLastOneUp() {
        var person = world.verdier().administrator();
        var browser = world.browserOf(person);
        enrol(browser);
        demand(SignInRules.Demanded.ADMINISTRATORS);
        var kept = browser.post("/account/second-factor/removal", "password", World.PASSWORD);
        assertThat(kept.statusCode()).isEqualTo(409);
        assertThat(location(password(person))).isEqualTo("/sign-in/second");
        demand(SignInRules.Demanded.NOBODY);
        assertThat(browser.post("/account/second-factor/removal", "password", World.PASSWORD)
                        .statusCode())
                .isEqualTo(303);
        assertThat(location(password(person))).isEqualTo("/");
    }

    @Test
    void newRecoveryCodesReplaceTheOldOnes() {
        var person = world.verdier().agent();
        var browser = world.browserOf(person);
        var old = enrol(browser).codes().getFirst();
        var renewed = browser.post("/account/second-factor/codes", "password", World.PASSWORD);
        var fresh = browser.page(renewed).select(".factor-codes li").eachText().getFirst();
        var other = world.browser();
        password(other, person);
        assertThat(second(other, old).statusCode()).isEqualTo(422);
        assertThat(second(other, fresh).statusCode()).isEqualTo(303);
    }

    private record Enrolled(String secret, List<String> codes) {}

    private Enrolled enrol(World.Person person) {
        return enrol(world.browserOf(person));
    }

    private static Enrolled enrol(Browser browser) {
        browser.post("/account/second-factor", "password", World.PASSWORD);
        var secret = browser.page("/account/second-factor")
                .selectFirst(".factor-secret")
                .text()
                .replace(" ", "");
        var done = browser.post("/account/second-factor/confirmation", "code", code(secret, 0));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        return new Enrolled(
                secret, browser.page(done).select(".factor-codes li").eachText());
    }

    private HttpResponse<String> password(World.Person person) {
        return password(world.browser(), person);
    }

    private static HttpResponse<String> password(Browser browser, World.Person person) {
        return browser.post("/sign-in", "email", person.email(), "password", World.PASSWORD);
    }

    private static HttpResponse<String> second(Browser browser, String code) {
        return browser.post("/sign-in/second", "code", code);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static String code(String secret, int steps) {
        return Totp.code(secret, Totp.step(Instant.now()) + steps);
    }

    private List<String> stored() {
        return sql.fetch(
                        "SELECT coalesce(secret, '') FROM identity.authenticator_app UNION ALL SELECT code_hash FROM identity.recovery_code")
                .getValues(0, String.class);
    }
}
