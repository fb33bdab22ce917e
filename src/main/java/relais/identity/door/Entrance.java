package relais.identity.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
        cookies.clear(request, response, Cookies.HALF);
        cookies.keep(request, response, Cookies.DEVICE, device(request, open.account()), DEVICE_KNOWN_FOR);
    }

    /** Lets in whoever proved enough and leads them on; whoever has a second step before them, to that. */
    public void lead(HttpServletRequest request, HttpServletResponse response, SignIn.Result result, String path) {
        response.setStatus(303);
        switch (result) {
            case SignIn.Result.Open open -> {
                enter(request, response, open);
                response.setHeader("Location", path);
            }
            case SignIn.Result.Half(var token, var demand) -> {
                cookies.set(request, response, Cookies.HALF, token);
                var step = demand == Demand.ENROLMENT ? "/sign-in/enrolment" : "/sign-in/second";
                response.setHeader("Location", step + to(path));
            }
            case SignIn.Result.Wrong _, SignIn.Result.Elsewhere _, SignIn.Result.Wait _ ->
                response.setHeader("Location", "/sign-in");
        }
    }

    private static String to(String path) {
        return path.equals("/") ? "" : "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
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
