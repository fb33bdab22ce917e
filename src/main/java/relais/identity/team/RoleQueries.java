package relais.identity.team;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Grants;
import relais.identity.GuardedObject;
import relais.identity.GuardedObjects;
import relais.identity.Role;
import relais.identity.Roles;
import relais.ui.Words;

/** Reads what a role may do as a matrix of objects and actions. */
@Repository
@Transactional(readOnly = true)
class RoleQueries {
    private final Roles roles;
    private final TeamQueries team;
    private final ObjectProvider<GuardedObjects> objects;

    RoleQueries(Roles roles, TeamQueries team, ObjectProvider<GuardedObjects> objects) {
        this.roles = roles;
        this.team = team;
        this.objects = objects;
    }

    TeamPages.RoleShow show(Role role) {
        var grants = roles.all().getOrDefault(role, new Grants(Map.of()));
        var heads = Arrays.stream(Action.values())
                .map(action -> new TeamPages.Head(action.name(), label(action)))
                .toList();
        return new TeamPages.RoleShow(
                team.frame("/settings/team/roles/" + role.code()),
                role.code(),
                Words.t(role.labelKey()),
                role == Role.ADMINISTRATOR,
                team.people(user -> user.role().equals(role.code()) && !user.disabled()),
                heads,
                guarded().stream().map(object -> row(object, grants)).toList());
    }

    /** Every object that is guarded, and the workspace itself. */
    List<GuardedObject> guarded() {
        var all = new ArrayList<GuardedObject>();
        objects.orderedStream().forEach(slot -> all.addAll(slot.all()));
        all.add(new GuardedObject(TeamTab.WORKSPACE, Words.t("team.matrix.workspace"), Set.of(Action.CONFIGURE)));
        return all;
    }

    private static TeamPages.Row row(GuardedObject object, Grants grants) {
        var cells = Arrays.stream(Action.values())
                .map(action -> cell(object, action, grants, object.actions().contains(action)))
                .toList();
        return new TeamPages.Row(object.name(), object.label(), cells);
    }

    private static TeamPages.Cell cell(GuardedObject object, Action action, Grants grants, boolean applies) {
        boolean allowed = applies && grants.allow(object.name(), action);
        var said = Words.t(allowed ? "team.matrix.yes" : "team.matrix.no");
        return new TeamPages.Cell(
                action.name(), Words.t("team.matrix.cell", object.label(), label(action), said), allowed, applies);
    }

    private static String label(Action action) {
        return Words.t("action." + action.name().toLowerCase(Locale.ROOT));
    }
}
