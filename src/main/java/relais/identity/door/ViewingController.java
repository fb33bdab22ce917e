package relais.identity.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Audit;
import relais.identity.Directory;
import relais.platform.web.NotFound;

/** Begins and ends looking through a colleague's eyes; both stand in the audit. */
@Controller
class ViewingController {
    private final Sessions sessions;
    private final Directory directory;
    private final Audit audit;

    ViewingController(Sessions sessions, Directory directory, Audit audit) {
        this.sessions = sessions;
        this.directory = directory;
        this.audit = audit;
    }

    @PostMapping("/settings/team/people/{id}/viewing")
    void begin(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        Actor.current().require("workspace", Action.CONFIGURE);
        var visit = Visit.of(request).orElseThrow();
        var colleague = directory.activeUsers().stream()
                .filter(u -> u.id().equals(id)
                        && !u.invited()
                        && !id.equals(visit.account().id()))
                .findFirst()
                .orElseThrow(NotFound::new);
        audit.add(Audit.Kind.VIEWING_STARTED, colleague.email(), "");
        sessions.view(visit.session(), Optional.of(id));
        to(response, "/");
    }

    @PostMapping(Viewing.END)
    void end(HttpServletRequest request, HttpServletResponse response) {
        var visit = Visit.of(request).orElseThrow();
        if (visit.viewing()) {
            audit.addFor(
                    Audit.Kind.VIEWING_ENDED,
                    visit.account().id(),
                    visit.account().name(),
                    visit.actor().name());
            sessions.view(visit.session(), Optional.empty());
        }
        to(response, "/settings/team");
    }

    private static void to(HttpServletResponse response, String next) {
        response.setStatus(303);
        response.setHeader("Location", next);
    }
}
