package relais.identity.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.identity.Audit;
import relais.platform.web.NotFound;

/** Takes the session to another workspace of the same person. */
@Controller
class CurrentWorkspaceController {
    private final Sessions sessions;
    private final Audit audit;

    CurrentWorkspaceController(Sessions sessions, Audit audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    @PostMapping("/workspaces/current")
    void move(@RequestParam UUID to, HttpServletRequest request, HttpServletResponse response) {
        var visit = Visit.of(request).orElseThrow();
        var target = visit.workspaces().stream()
                .filter(workspace -> workspace.id().equals(to))
                .findFirst()
                .orElseThrow(NotFound::new);
        audit.add(Audit.Kind.WORKSPACE_SWITCHED, target.name(), "");
        sessions.move(visit, target.id());
        response.setStatus(303);
        response.setHeader("Location", "/");
    }
}
