package relais.identity.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class PasskeyTest {
    @Autowired
    World world;

    @Autowired
    DSLContext sql;

    @Autowired
    Passkeys passkeys;

    @Test
    void makingAPasskeyAsksForThePasswordAndNamesTheAccount() {
        var browser = world.browserOf(world.verdier().agent());
        assertThat(browser.post("/account/passkeys/options", "password", "faux").statusCode())
                .isEqualTo(422);
        var options = browser.post("/account/passkeys/options", "password", World.PASSWORD);
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.body())
                .contains("\"id\":\"localhost\"", world.verdier().agent().email(), "\"userVerification\":\"required\"");
    }

    @Test
    void whatIsNoSignatureOpensNothingAndIsNoFault() {
        for (var body : new String[] {
            "",
            "{}",
            "null",
            "[]",
            "\"x\"",
            "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{}}",
            "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}",
            "[".repeat(20_000)
        }) {
            var browser = world.browser();
            browser.post("/sign-in/passkey/options");
            assertThat(json(browser, "/sign-in/passkey", body).statusCode())
                    .as(body.substring(0, Math.min(40, body.length())))
                    .isBetween(400, 422);
            assertThat(browser.cookie("sid")).isEmpty();
            var inside = world.browserOf(world.verdier().agent());
            inside.post("/account/passkeys/options", "password", World.PASSWORD);
            assertThat(json(inside, "/account/passkeys?name=x", body).statusCode())
                    .isBetween(400, 422);
        }
        assertThat(sql.fetchCount(sql.selectFrom("identity.passkey"))).isZero();
    }

    @Test
    void withoutAQuestionThereIsNoAnswer() {
        var browser = world.browser();
        assertThat(json(browser, "/sign-in/passkey", "{}").body()).contains("trop longtemps");
        var inside = world.browserOf(world.verdier().agent());
        assertThat(json(inside, "/account/passkeys?name=x", "{}").body()).contains("trop longtemps");
    }

    @Test
    void aChallengeIsSpentOnce() {
        var until = Instant.now().plusSeconds(60);
        assertThat(passkeys.spend("one", until)).isTrue();
        assertThat(passkeys.spend("one", until)).isFalse();
    }

    private static HttpResponse<String> json(Browser browser, String path, String body) {
        return browser.send(browser.request(path)
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", browser.token())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
