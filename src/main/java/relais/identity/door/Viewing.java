package relais.identity.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import relais.identity.Actor;
import relais.ui.Notice;
import relais.ui.Words;

/** Looking through a colleague's eyes: every page says so, what is personal stays closed and nothing is written. */
@Component
class Viewing implements Notice {
    static final String END = "/viewing/end";

    private static final Set<String> LEAVING = Set.of(END, "/sign-out", "/preferences");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** Whether a session that looks through a colleague's eyes may ask this. */
    static boolean allows(HttpServletRequest request) {
        var path = request.getRequestURI();
        return READING.contains(request.getMethod())
                ? !path.startsWith("/account") && !path.startsWith("/settings/tokens")
                : LEAVING.contains(path);
    }

    @Override
    public Optional<Shown> shown() {
        return Actor.CURRENT.isBound() && Actor.current().reach().veiled()
                ? Optional.of(new Shown(
                        "eye",
                        Words.t("viewing.claim", Actor.current().name()),
                        Words.t("viewing.text"),
                        END,
                        Words.t("viewing.end")))
                : Optional.empty();
    }
}
