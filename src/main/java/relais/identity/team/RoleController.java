package relais.identity.team;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import relais.identity.Role;
import relais.platform.web.NotFound;

/** What each role may do. */
@Controller
class RoleController {
    private final RoleQueries queries;

    RoleController(RoleQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/settings/team/roles/{code}")
    String show(@PathVariable String code, Model model) {
        TeamTab.require();
        var role = Role.of(code).orElseThrow(NotFound::new);
        model.addAttribute("page", queries.show(role));
        return "identity/team/role";
    }
}
