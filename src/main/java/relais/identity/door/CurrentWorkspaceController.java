package relais.identity.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.identity.Audit;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;

/** Takes the session to another workspace of the same person. */
@Controller
class CurrentWorkspaceController {
    private final Sessions sessions;
    private final SignInRules rules;
    private final Places places;
    private final Audit audit;

    CurrentWorkspaceController(Sessions sessions, SignInRules rules, Places places, Audit audit) {
        this.sessions = sessions;
        this.rules = rules;
        this.places = places;
        this.audit = audit;
    }

    @PostMapping("/workspaces/current")
    void move(@RequestParam UUID to, HttpServletRequest request, HttpServletResponse response) {
        var visit = Visit.of(request).orElseThrow();
        var target = visit.workspaces().stream()
                .filter(workspace -> workspace.id().equals(to))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!target.equals(visit.workspace())
                && !places.of(visit.account().id()).contains(target)) {
            throw new Refused("signin.provider", target.name());
        }
        if (!visit.proof().strong() && rules.demandFrom(visit.account().id(), target.id())) {
            throw new Refused("signin.second", target.name());
        }
        audit.add(Audit.Kind.WORKSPACE_SWITCHED, target.name(), "");
        sessions.move(visit, target.id());
        response.setStatus(303);
        response.setHeader("Location", "/");
    }
}
