package relais.identity.team;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.web.NotFound;

/** Reads the page of one site or team. */
@Repository
@Transactional(readOnly = true)
class GroupQueries {
    private final TeamQueries team;

    GroupQueries(TeamQueries team) {
        this.team = team;
    }

    /** The page on which one is added. */
    TeamPages.Group fresh(GroupKind kind, String typed, @Nullable String problem) {
        var frame = team.frame("/settings/team/" + kind.path + "/new");
        return new TeamPages.Group(frame, kind.path, null, typed, false, List.of(), problem);
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
        return new TeamPages.Group(frame, kind.path, id, name, entry.archived(), people, problem);
    }
}
