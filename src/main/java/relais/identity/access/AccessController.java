package relais.identity.access;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.identity.door.SignInRules;
import relais.platform.web.Refused;
import relais.ui.Toasts;
import relais.ui.Words;

/** The settings of sign-in. */
@Controller
@RequestMapping("/settings/sign-in")
class AccessController {
    private final Access access;
    private final AccessQueries queries;

    AccessController(Access access, AccessQueries queries) {
        this.access = access;
        this.queries = queries;
    }

    @GetMapping
    String show(Model model) {
        SignInTab.require();
        model.addAttribute("page", queries.show());
        return "identity/access/index";
    }

    @PostMapping("/rule")
    void demand(@RequestParam String demanded, HttpServletResponse response) {
        SignInTab.require();
        access.demand(SignInRules.Demanded.of(demanded).orElseThrow(() -> new Refused("access.demanded")));
        done(response, "access.saved");
    }

    @PostMapping("/people/{id}/sessions/end")
    void endSessions(@PathVariable UUID id, HttpServletResponse response) {
        access.endSessions(id);
        done(response, "access.sessions.ended");
    }

    @PostMapping("/people/{id}/factors/removal")
    void lift(@PathVariable UUID id, HttpServletResponse response) {
        access.lift(id);
        done(response, "access.lifted");
    }

    private static void done(HttpServletResponse response, String key) {
        Toasts.plain(response, Words.t(key));
        response.setStatus(303);
        response.setHeader("Location", "/settings/sign-in");
    }
}
