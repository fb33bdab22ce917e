package relais.identity.start;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.identity.door.Entrance;
import relais.identity.door.Links;
import relais.identity.door.Opening;
import relais.identity.door.PasswordPolicy;
import relais.identity.door.Proof;
import relais.platform.web.NotFound;

/** The setup of a new installation; once it is done these addresses do not exist. */
@Controller
class SetupController {
    private final Installation installation;
    private final Links links;
    private final PasswordPolicy policy;
    private final Opening opening;
    private final Entrance entrance;

    SetupController(Installation installation, Links links, PasswordPolicy policy, Opening opening, Entrance entrance) {
        this.installation = installation;
        this.links = links;
        this.policy = policy;
        this.opening = opening;
        this.entrance = entrance;
    }

    @GetMapping("/setup/{token}")
    String show(@PathVariable String token, Model model) {
        require(token);
        return page(model, SetupPages.Show.of(token, SetupForm.EMPTY, Map.of()));
    }

    @PostMapping("/setup/{token}")
    @Nullable
    String submit(
            @PathVariable String token,
            @RequestParam String company,
            @RequestParam String name,
            @RequestParam String email,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        require(token);
        var form = new SetupForm(company, name, email, password);
        var problems = form.problems(policy);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(model, SetupPages.Show.of(token, form, problems));
        }
        var done = installation.setUp(form.first()).orElseThrow(NotFound::new);
        links.use(token);
        entrance.enter(request, response, opening.open(done.account(), done.workspace(), Proof.LINK));
        response.setStatus(303);
        response.setHeader("Location", "/");
        return null;
    }

    private void require(String token) {
        var link = links.find(token).filter(found -> found.purpose() == Links.Purpose.SETUP);
        if (installation.done() || link.isEmpty()) {
            throw new NotFound();
        }
    }

    private static String page(Model model, SetupPages.Show page) {
        model.addAttribute("page", page);
        return "identity/start/setup";
    }
}
