package relais.identity.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import relais.identity.Audit;

/** Leaving: here, or everywhere at once. */
@Controller
class SignOutController {
    private final Sessions sessions;
    private final Entrance entrance;
    private final Audit audit;

    SignOutController(Sessions sessions, Entrance entrance, Audit audit) {
        this.sessions = sessions;
        this.entrance = entrance;
        this.audit = audit;
    }

    @PostMapping("/sign-out")
    void here(HttpServletRequest request, HttpServletResponse response) {
        var visit = Visit.of(request).orElseThrow();
        audit.add(Audit.Kind.SIGNED_OUT, visit.account().email(), "");
        sessions.end(visit.account().id(), visit.session());
        leave(request, response);
    }

    @PostMapping("/sign-out/everywhere")
    void everywhere(HttpServletRequest request, HttpServletResponse response) {
        var visit = Visit.of(request).orElseThrow();
        audit.add(Audit.Kind.SESSIONS_ENDED, visit.account().email(), "");
        sessions.endAll(visit.account().id(), Optional.empty());
        leave(request, response);
    }

    private void leave(HttpServletRequest request, HttpServletResponse response) {
        entrance.leave(request, response);
        response.setStatus(303);
        response.setHeader("Location", "/sign-in");
    }
}
