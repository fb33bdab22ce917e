package relais.identity.team;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Directory;
import relais.identity.Teams;
import relais.platform.web.NotFound;
import relais.ui.Option;

/** Reads the page of one site or team. */
@Repository
@Transactional(readOnly = true)
class GroupQueries {
    private final TeamQueries team;
    private final Teams teams;
    private final Directory directory;

    GroupQueries(TeamQueries team, Teams teams, Directory directory) {
        this.team = team;
        this.teams = teams;
        this.directory = directory;
    }

    /** The page on which one is added. */
    TeamPages.Group fresh(GroupKind kind, String typed, @Nullable String problem) {
        var frame = team.frame("/settings/team/" + kind.path + "/new");
        return new TeamPages.Group(frame, kind.path, null, typed, false, List.of(), problem, "", List.of(), List.of());
    }

    /** The page of one; what was typed stands in place of its name. */
    TeamPages.Group show(GroupKind kind, UUID id, @Nullable String typed, @Nullable String problem) {
        var here = "/settings/team/" + kind.path + "/" + id;
        var frame = team.frame(here);
        var entries = kind == GroupKind.SITE ? frame.sites() : frame.teams();
        var entry = entries.stream()
                .filter(found -> found.href().equals(here))
                .findFirst()
                .orElseThrow(NotFound::new);
        var members = team.members(kind).getOrDefault(id, List.of());
        var people = team.people(user -> members.contains(user.id()));
        var name = typed == null ? entry.label() : typed;
        var parent = kind == GroupKind.TEAM ? teams.parents().get(id) : null;
        return new TeamPages.Group(
                frame,
                kind.path,
                id,
                name,
                entry.archived(),
                people,
                problem,
                parent == null ? "" : parent.toString(),
                kind == GroupKind.TEAM ? above(id) : List.of(),
                kind == GroupKind.TEAM ? leads(id, people) : List.of());
    }

    /** The teams that this one can be part of. */
    private List<Option> above(UUID team) {
        return directory.teams().stream()
                .filter(t -> !t.archived() && !t.id().equals(team))
                .map(t -> new Option(t.id().toString(), t.name()))
                .toList();
    }

    private List<TeamPages.Choice> leads(UUID team, List<TeamPages.Person> people) {
        var leads = teams.leads(team);
        return people.stream()
                .map(p -> new TeamPages.Choice(p.id(), p.name(), leads.contains(p.id())))
                .toList();
    }
}
