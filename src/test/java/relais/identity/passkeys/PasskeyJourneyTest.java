package relais.identity.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import relais.identity.door.SignInRules;
import relais.world.Chromium;
import relais.world.RelaisTest;
import relais.world.World;

/** Passkeys in a real browser, with the authenticator that Chromium plays. */
@RelaisTest
class PasskeyJourneyTest {
    @Autowired
    World world;

    @Autowired
    DSLContext sql;

    @Autowired
    SignInRules rules;

    @LocalServerPort
    int port;

    @AfterEach
    void nobodyHasAPasskey() {
        sql.execute("DELETE FROM identity.passkey");
    }

    @Test
    void aPasskeyIsMadeOpensTheAccountAloneAndBesideThePasswordAndIsRemoved() {
        try (var chromium = Chromium.start()) {
            var page = window(chromium);
            var person = world.verdier().agent();
            Chromium.signIn(page, person);
            make(page, "Portable de Claire");
            assertThat(page.textContent(".passkey-row")).contains("Portable de Claire");
            Chromium.accessible(page);

            signOut(page);
            page.click("passkey-entry a");
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate("/account");
            assertThat(page.textContent("#sessions")).contains("par clé d’accès");

            signOut(page);
            page.fill("input[type=email]", person.email());
            page.fill("input[type=password]", World.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("/sign-in/second"));
            Chromium.accessible(page);
            page.click("passkey-entry a");
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate("/account");
            assertThat(page.textContent("#sessions")).contains("par mot de passe et clé d’accès");

            page.navigate("/account/passkeys");
            page.click(".passkey-acts summary");
            page.fill(".passkey-acts input[type=password]", World.PASSWORD);
            page.click(".passkey-acts .danger");
            page.waitForSelector("text=Clé retirée");
            assertThat(page.querySelector(".passkey-row")).isNull();
        }
    }

    @Test
    void theLastPasskeyOfSomebodyWithoutAPasswordStays() {
        try (var chromium = Chromium.start()) {
            chromium.expect("status of 409");
            var page = window(chromium);
            var person = world.verdier().manager();
            Chromium.signIn(page, person);
            make(page, "Clé");
            sql.execute("UPDATE identity.account SET password_hash = NULL WHERE id = ?", person.id());
            signOut(page);
            page.click("passkey-entry a");
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate("/account/passkeys");
            page.click(".passkey-acts summary");
            page.click(".passkey-acts .danger");
            page.waitForSelector("text=dernière façon d’entrer");
            assertThat(sql.fetchCount(sql.selectFrom("identity.passkey"))).isEqualTo(1);
        }
    }

    @Test
    void whoMustHaveASecondFactorCanChooseAPasskeyOnTheWayIn() {
        rules.set(world.verdier().id(), new SignInRules.Rule(SignInRules.Demanded.EVERYBODY, false));
        try (var chromium = Chromium.start()) {
            var page = window(chromium);
            page.navigate("/sign-in?to=%2Faccount");
            page.fill("input[type=email]", world.verdier().reader().email());
            page.fill("input[type=password]", World.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.contains("/sign-in/enrolment"));
            Chromium.accessible(page);
            page.click("passkey-maker button");
            page.waitForURL(url -> url.endsWith("/account"));
            assertThat(page.textContent("#ways")).contains("Une clé.");
        } finally {
            rules.set(world.verdier().id(), new SignInRules.Rule(SignInRules.Demanded.NOBODY, false));
        }
    }

    private Page window(Chromium chromium) {
        world.verdier();
        var page = chromium.window("http://localhost:" + port, 1200, 900);
        var session = page.context().newCDPSession(page);
        authenticator(session);
        return page;
    }

    private static void authenticator(CDPSession session) {
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var asked = new JsonObject();
        asked.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", asked);
    }

    private static void make(Page page, String name) {
        page.navigate("/account/passkeys");
        page.fill("#name", name);
        page.fill("#password", World.PASSWORD);
        page.click("passkey-maker button");
        page.waitForSelector(".passkey-row");
    }

    private static void signOut(Page page) {
        page.context().clearCookies();
        page.navigate("/sign-in");
    }
}
