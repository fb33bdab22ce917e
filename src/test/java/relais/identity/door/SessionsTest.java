package relais.identity.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.Accounts;
import relais.identity.Memberships;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class SessionsTest {
    @Autowired
    World world;

    @Autowired
    DSLContext sql;

    @Autowired
    Sessions sessions;

    @Autowired
    Accounts accounts;

    @Autowired
    Memberships memberships;

    @Test
    void strangersLeaveNothingBehind() {
        var browser = world.browser();
        long before = rows();
        for (var path : new String[] {"/", "/sign-in", "/account", "/nowhere", "/settings/team"}) {
            browser.get(path);
        }
        assertThat(rows()).isEqualTo(before);
        assertThat(browser.cookie("sid")).isEmpty();
        assertThat(browser.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void theDatabaseDoesNotKnowWhatOpensASession() {
        var browser = world.browserOf(world.verdier().agent());
        var stored = sql.fetch("SELECT token_hash FROM identity.session").getValues(0, String.class);
        assertThat(stored).contains(Tokens.digest(browser.cookie("sid"))).doesNotContain(browser.cookie("sid"));
    }

    @Test
    void signingInAgainEndsTheSessionBefore() {
        var browser = world.browserOf(world.verdier().agent());
        var old = browser.cookie("sid");
        browser.signIn(world.verdier().manager().email(), World.PASSWORD);
        assertThat(browser.cookie("sid")).isNotEqualTo(old);
        assertThat(opens(old)).isFalse();
    }

    @Test
    void aSessionIdPutIntoTheBrowserIsNotTakenUp() {
        var browser = world.browser();
        browser.cookie("sid", "chosen-by-somebody-else");
        browser.signIn(world.verdier().agent().email(), World.PASSWORD);
        assertThat(browser.cookie("sid")).isNotEqualTo("chosen-by-somebody-else");
    }

    @Test
    void signOutEndsTheSessionOnTheServerToo() {
        var browser = world.browserOf(world.verdier().agent());
        var token = browser.cookie("sid");
        var out = browser.post("/sign-out");
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.headers().firstValue("Clear-Site-Data")).isPresent();
        assertThat(opens(token)).isFalse();
    }

    @Test
    void signOutEverywhereEndsTheOthers() {
        var here = world.browserOf(world.verdier().reader());
        var there = world.browserOf(world.verdier().reader());
        here.post("/sign-out/everywhere");
        assertThat(there.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void onesOwnSessionsAreListedAndEndedButNobodyElses() {
        var here = world.browserOf(world.verdier().agent());
        var there = world.browserOf(world.verdier().agent());
        var stranger = world.browserOf(world.kerval().agent());
        var end =
                here.page("/account").select("form[action^=/account/sessions/]").attr("action");
        assertThat(stranger.post(end).statusCode()).isEqualTo(404);
        assertThat(there.get("/account").statusCode()).isEqualTo(200);
        var all =
                here.page("/account").select("form[action^=/account/sessions/]").eachAttr("action");
        all.forEach(action -> assertThat(here.post(action).statusCode()).isEqualTo(303));
        assertThat(there.get("/account").statusCode()).isEqualTo(302);
        assertThat(here.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void theOtherSessionsEndTogetherAndTheListSaysHowEachBegan() {
        var here = world.browserOf(world.kerval().agent());
        var there = world.browserOf(world.kerval().agent());
        assertThat(here.page("/account").select("#sessions").text())
                .contains("par mot de passe", "Depuis 127.0.0.1", "Cette session");
        assertThat(here.post("/sign-out/others").statusCode()).isEqualTo(303);
        assertThat(there.get("/account").statusCode()).isEqualTo(302);
        assertThat(here.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void anIdleOrOldSessionOpensNothing() {
        var idle = world.browserOf(world.verdier().agent());
        age("seen_at", "9 hours", idle);
        assertThat(idle.get("/account").statusCode()).isEqualTo(302);
        var old = world.browserOf(world.verdier().agent());
        age("expires_at", "8 days", old);
        assertThat(old.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void whoeverIsBarredIsOutAtOnce() {
        var person = world.kerval().manager();
        var browser = world.browserOf(person);
        accounts.disabled(person.id(), true);
        sessions.changed();
        assertThat(browser.get("/account").statusCode()).isEqualTo(302);
        accounts.disabled(person.id(), false);
    }

    @Test
    void changingThePasswordEndsTheOtherSessionsOnly() {
        var person = world.kerval().reader();
        var here = world.browserOf(person);
        var there = world.browserOf(person);
        var fresh = "trois canards patients";
        var wrong = here.post("/account/password", "current", "pas le bon du tout", "fresh", fresh);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(there.get("/account").statusCode()).isEqualTo(200);
        var weak = here.post("/account/password", "current", World.PASSWORD, "fresh", "motdepasse123");
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(here.page(weak).select("#fresh-error").text()).contains("Trop facile");
        var done = here.post("/account/password", "current", World.PASSWORD, "fresh", fresh);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(here.get("/account").statusCode()).isEqualTo(200);
        assertThat(there.get("/account").statusCode()).isEqualTo(302);
        world.browser().signIn(person.email(), fresh);
    }

    @Test
    void tenThousandTokensAreAllDifferent() {
        var seen = new java.util.HashSet<String>();
        for (int i = 0; i < 10_000; i++) {
            seen.add(Tokens.random());
        }
        assertThat(seen).hasSize(10_000).allMatch(token -> token.length() == 43);
    }

    private boolean opens(String token) {
        var browser = world.browser();
        browser.cookie("sid", token);
        return browser.get("/account").statusCode() == 200;
    }

    private void age(String column, String by, Browser browser) {
        sql.execute(
                "UPDATE identity.session SET " + column + " = " + column
                        + " - CAST(? AS interval) WHERE token_hash = ?",
                by,
                Tokens.digest(browser.cookie("sid")));
        sessions.changed();
    }

    private long rows() {
        return sql.fetchSingle(
                        "SELECT (SELECT count(*) FROM identity.session) + (SELECT count(*) FROM identity.throttle)"
                                + " + (SELECT count(*) FROM identity.event)")
                .get(0, Long.class);
    }
}
