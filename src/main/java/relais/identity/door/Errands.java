package relais.identity.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a browser carries for us while it is away at a provider: signed, for some minutes, given back once. */
@Component
public class Errands {
    private static final String PURPOSE = "errand ";
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Cookies cookies;
    private final Signer signer;
    private final Clock clock;

    Errands(Cookies cookies, Signer signer, Clock clock) {
        this.cookies = cookies;
        this.signer = signer;
        this.clock = clock;
    }

    /** Gives it along, in place of one that was given before. */
    public void give(HttpServletRequest request, HttpServletResponse response, String what, String text) {
        var until = clock.instant().plus(LONGEST).getEpochSecond();
        var value = until + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        cookies.keep(request, response, Cookies.ERRAND + what, signer.sign(PURPOSE + what, value), LONGEST);
    }

    /** Takes back what was given; nothing when it is too old or not ours. */
    public Optional<String> takeBack(HttpServletRequest request, HttpServletResponse response, String what) {
        var carried =
                cookies.read(request, Cookies.ERRAND + what).flatMap(signed -> signer.verified(PURPOSE + what, signed));
        cookies.clear(request, response, Cookies.ERRAND + what);
        return carried.map(value -> value.split("\\.", 2))
                .filter(parts -> Long.parseLong(parts[0]) > clock.instant().getEpochSecond())
                .map(parts -> new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    }
}
