package relais.identity.team;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.platform.web.NotFound;
import relais.ui.Toasts;
import relais.ui.Words;

/** The sites and the teams of the workspace. */
@Controller
@RequestMapping("/settings/team/{path:sites|teams}")
class GroupController {
    private final Groups groups;
    private final GroupQueries queries;

    GroupController(Groups groups, GroupQueries queries) {
        this.groups = groups;
        this.queries = queries;
    }

    @GetMapping("/new")
    String fresh(@PathVariable String path, Model model) {
        TeamTab.require();
        return page(model, queries.fresh(kind(path), "", null));
    }

    @PostMapping
    @Nullable
    String add(@PathVariable String path, @RequestParam String name, HttpServletResponse response, Model model) {
        TeamTab.require();
        var problem = groups.problem(kind(path), name, Optional.empty());
        if (problem.isPresent()) {
            response.setStatus(422);
            return page(model, queries.fresh(kind(path), name, problem.get()));
        }
        var id = groups.add(kind(path), name);
        return done(response, kind(path).key("added"), "/settings/team/" + path + "/" + id);
    }

    @GetMapping("/{id}")
    String show(@PathVariable String path, @PathVariable UUID id, Model model) {
        TeamTab.require();
        return page(model, queries.show(kind(path), id, null, null));
    }

    @PostMapping("/{id}")
    @Nullable
    String rename(
            @PathVariable String path,
            @PathVariable UUID id,
            @RequestParam String name,
            HttpServletResponse response,
            Model model) {
        TeamTab.require();
        var problem = groups.problem(kind(path), name, Optional.of(id));
        if (problem.isPresent()) {
            response.setStatus(422);
            return page(model, queries.show(kind(path), id, name, problem.get()));
        }
        groups.rename(kind(path), id, name);
        return done(response, "team.name.saved", "/settings/team/" + path + "/" + id);
    }

    /** Which team a team is part of, and who leads it. */
    @PostMapping("/{id}/order")
    @Nullable
    String order(
            @PathVariable String path,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(defaultValue = "") List<UUID> leads,
            HttpServletResponse response) {
        TeamTab.require();
        if (kind(path) != GroupKind.TEAM) {
            throw new NotFound();
        }
        groups.order(id, parent.matches("[0-9a-fA-F-]{36}") ? UUID.fromString(parent) : null, leads);
        return done(response, "team.order.saved", "/settings/team/" + path + "/" + id);
    }

    @PostMapping("/{id}/{what:archiving|restoring}")
    @Nullable
    String archive(
            @PathVariable String path, @PathVariable UUID id, @PathVariable String what, HttpServletResponse response) {
        boolean archived = what.equals("archiving");
        groups.archived(kind(path), id, archived);
        return done(response, archived ? "team.archived" : "team.restored", "/settings/team/" + path + "/" + id);
    }

    private static GroupKind kind(String path) {
        return GroupKind.of(path).orElseThrow(NotFound::new);
    }

    private static String page(Model model, TeamPages.Group page) {
        model.addAttribute("page", page);
        return "identity/team/group";
    }

    private static @Nullable String done(HttpServletResponse response, String key, String next) {
        Toasts.plain(response, Words.t(key));
        response.setStatus(303);
        response.setHeader("Location", next);
        return null;
    }
}
