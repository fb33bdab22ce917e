package relais.identity.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import relais.world.Browser;

/** Chooses an authenticator app on the way in, as the administrators of a new workspace must. */
public final class Enrolling {
    private Enrolling() {}

    /** Between the password and the first page. */
    public static void afterThePassword(Browser browser) {
        var page = browser.page("/sign-in/enrolment");
        var secret = Objects.requireNonNull(page.selectFirst(".factor-secret"))
                .text()
                .replace(" ", "");
        var done = browser.post("/sign-in/enrolment", "code", Totp.code(secret, Totp.step(Instant.now())));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    }
}
