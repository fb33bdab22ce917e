package relais.identity.team;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import relais.identity.Directory;
import relais.identity.Reach;
import relais.identity.Roles;
import relais.platform.web.NotFound;
import relais.ui.Option;
import relais.ui.Toasts;
import relais.ui.Words;

/** The people of the workspace. */
@Controller
@RequestMapping("/settings/team")
class PeopleController {
    private final People people;
    private final TeamQueries queries;
    private final Directory directory;
    private final Roles roles;

    PeopleController(People people, TeamQueries queries, Directory directory, Roles roles) {
        this.people = people;
        this.queries = queries;
        this.directory = directory;
        this.roles = roles;
    }

    @GetMapping
    String all(Model model) {
        TeamTab.require();
        model.addAttribute(
                "page", new TeamPages.People(queries.frame(TeamPages.EVERYBODY), queries.people(user -> true)));
        return "identity/team/people";
    }

    @GetMapping("/people/new")
    String invitation(Model model) {
        TeamTab.require();
        return page(model, null, PersonForm.EMPTY, Map.of(), null);
    }

    @PostMapping("/people")
    String invite(PersonForm form, HttpServletResponse response, Model model) {
        TeamTab.require();
        var problems = form.problems(roles.labels().keySet());
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(model, null, form, problems, null);
        }
        var invited = people.invite(form.typedName(), form.typedEmail(), form);
        if (invited.isEmpty()) {
            response.setStatus(422);
            return page(model, null, form, Map.of("email", "team.person.known"), null);
        }
        return shown(invited.get().account(), model, invited.get().link());
    }

    @GetMapping("/people/{id}")
    String one(@PathVariable UUID id, Model model) {
        TeamTab.require();
        return shown(id, model, null);
    }

    @PostMapping("/people/{id}")
    void change(@PathVariable UUID id, PersonForm form, HttpServletResponse response) {
        people.change(id, form);
        done(response, "team.person.saved", "/settings/team");
    }

    @PostMapping("/people/{id}/link")
    String link(@PathVariable UUID id, Model model) {
        return shown(id, model, people.link(id));
    }

    @PostMapping("/people/{id}/disabling")
    void disable(@PathVariable UUID id, HttpServletResponse response) {
        people.disable(id);
        done(response, "team.person.disabled", "/settings/team/people/" + id);
    }

    @PostMapping("/people/{id}/enabling")
    void enable(@PathVariable UUID id, HttpServletResponse response) {
        people.enable(id);
        done(response, "team.person.enabled", "/settings/team/people/" + id);
    }

    private String shown(UUID id, Model model, @Nullable String link) {
        var person = queries.people(user -> user.id().equals(id)).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        var user = directory.users().stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .orElseThrow();
        var form = new PersonForm(
                user.name(),
                user.email(),
                user.role(),
                people.reach(id).code(),
                in(GroupKind.SITE, id),
                in(GroupKind.TEAM, id));
        return page(model, person, form, Map.of(), link);
    }

    private List<UUID> in(GroupKind kind, UUID person) {
        return queries.members(kind).entrySet().stream()
                .filter(group -> group.getValue().contains(person))
                .map(Map.Entry::getKey)
                .toList();
    }

    private String page(
            Model model,
            TeamPages.@Nullable Person person,
            PersonForm form,
            Map<String, String> problems,
            @Nullable String link) {
        var options = roles.known().stream()
                .map(role -> new Option(role.code(), role.label()))
                .toList();
        var sites = directory.sites().stream()
                .filter(site -> !site.archived() || form.chosenSites().contains(site.id()))
                .map(site -> new TeamPages.Choice(
                        site.id(), site.name(), form.chosenSites().contains(site.id())))
                .toList();
        var teams = directory.teams().stream()
                .filter(team -> !team.archived() || form.chosenTeams().contains(team.id()))
                .map(team -> new TeamPages.Choice(
                        team.id(), team.name(), form.chosenTeams().contains(team.id())))
                .toList();
        model.addAttribute(
                "page",
                new TeamPages.One(
                        queries.frame(TeamPages.PEOPLE),
                        person,
                        form.typedName(),
                        form.typedEmail(),
                        form.roleCode(),
                        options,
                        form.reachCode(),
                        reaches(),
                        sites,
                        teams,
                        problems,
                        link));
        return "identity/team/person";
    }

    private static List<Option> reaches() {
        return Arrays.stream(Reach.Extent.values())
                .map(extent -> new Option(extent.code(), Words.t(extent.labelKey())))
                .toList();
    }

    private static void done(HttpServletResponse response, String key, String next) {
        Toasts.plain(response, Words.t(key));
        response.setStatus(303);
        response.setHeader("Location", next);
    }
}
