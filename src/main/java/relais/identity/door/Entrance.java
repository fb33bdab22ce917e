package relais.identity.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives the browser what opens the session, and takes it back. */
@Component
public class Entrance {
    private static final String PURPOSE = "device";
    private static final Duration DEVICE_KNOWN_FOR = Duration.ofDays(180);

    private final Cookies cookies;
    private final Signer signer;
    private final Sessions sessions;

    Entrance(Cookies cookies, Signer signer, Sessions sessions) {
        this.cookies = cookies;
        this.signer = signer;
        this.sessions = sessions;
    }

    /** Hands over a new session; the one that the browser held before ends. */
    public void enter(HttpServletRequest request, HttpServletResponse response, SignIn.Result.Open open) {
        Visit.of(request).ifPresent(old -> sessions.end(old.account().id(), old.session()));
        cookies.set(request, response, Cookies.SESSION, open.token());
        cookies.clear(request, response, Cookies.BEFORE_SIGN_IN);
        cookies.keep(request, response, Cookies.DEVICE, device(request, open.account()), DEVICE_KNOWN_FOR);
    }

    /** Takes the session back. */
    void leave(HttpServletRequest request, HttpServletResponse response) {
        cookies.clear(request, response, Cookies.SESSION);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }

    /** The mark of a known device: the account it is known for, and a random part. */
    Optional<String> device(HttpServletRequest request) {
        return cookies.read(request, Cookies.DEVICE).flatMap(signed -> signer.verified(PURPOSE, signed));
    }

    private String device(HttpServletRequest request, UUID account) {
        return device(request)
                .filter(value -> value.startsWith(account + ":"))
                .map(value -> signer.sign(PURPOSE, value))
                .orElseGet(() -> signer.sign(PURPOSE, account + ":" + Tokens.random()));
    }
}
