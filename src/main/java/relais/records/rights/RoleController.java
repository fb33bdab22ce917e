package relais.records.rights;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.identity.Roles;
import relais.identity.team.TeamTab;
import relais.platform.text.Visible;
import relais.platform.web.NotFound;
import relais.records.changes.Operated;
import relais.ui.Toasts;
import relais.ui.Words;

/** What each role may do, as administrators set it. */
@Controller
@RequestMapping("/settings/team/roles")
class RoleController {
    private static final int LONGEST = 60;

    private final Roles roles;
    private final RoleQueries queries;
    private final RoleOffers offers;
    private final RoleStore store;

    RoleController(Roles roles, RoleQueries queries, RoleOffers offers, RoleStore store) {
        this.roles = roles;
        this.queries = queries;
        this.offers = offers;
        this.store = store;
    }

    @GetMapping("/new")
    String fresh(@RequestParam(defaultValue = "") String model, Model page) {
        TeamTab.require();
        return page(page, queries.fresh("", "", model, null));
    }

    @PostMapping
    @Nullable
    String add(
            @RequestParam(defaultValue = "") String nameFr,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") String model,
            HttpServletResponse response,
            Model page) {
        TeamTab.require();
        if (Visible.nothing(nameFr) || nameFr.length() > LONGEST || nameEn.length() > LONGEST) {
            response.setStatus(422);
            return page(page, queries.fresh(nameFr, nameEn, model, "rights.role.name.wrong"));
        }
        var made = store.add(nameFr.strip(), nameEn.strip(), model);
        return done(response, made.operated(), "rights.role.made", nameFr.strip(), made.code());
    }

    @GetMapping("/{code}")
    String show(@PathVariable String code, Model page) {
        TeamTab.require();
        return page(page, queries.show(role(code), null));
    }

    @PostMapping("/{code}")
    @Nullable
    String change(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response,
            Model page) {
        TeamTab.require();
        var role = role(code);
        var form = RoleForm.read(sent, offers.offers(), role.rules());
        if (!role.standard() && form.problem() != null) {
            response.setStatus(422);
            return page(page, queries.show(role, form));
        }
        return done(response, store.change(role, form), "rights.role.saved", role.label(), code);
    }

    @PostMapping("/{code}/deletion")
    @Nullable
    String delete(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String replacement,
            HttpServletResponse response) {
        TeamTab.require();
        var role = role(code);
        return done(response, store.delete(role, replacement), "rights.role.deleted", role.label(), "");
    }

    private Roles.Known role(String code) {
        return roles.known(code).orElseThrow(NotFound::new);
    }

    private static String page(Model model, RolePages.Show page) {
        model.addAttribute("page", page);
        return "records/rights/role";
    }

    private static String page(Model model, RolePages.Fresh page) {
        model.addAttribute("page", page);
        return "records/rights/fresh";
    }

    private static @Nullable String done(
            HttpServletResponse response, Operated<?> done, String key, String name, String code) {
        var operation = done.operation();
        if (operation == null) {
            Toasts.plain(response, Words.t("rights.unchanged"));
        } else {
            Toasts.undoable(response, Words.t(key, name), operation);
        }
        response.setStatus(303);
        response.setHeader("Location", code.isEmpty() ? "/settings/team" : "/settings/team/roles/" + code);
        return null;
    }
}
