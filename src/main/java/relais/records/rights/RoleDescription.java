package relais.records.rights;

import static relais.records.types.Field.Trait.REQUIRED;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Role;
import relais.identity.team.TeamTab;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectDescription;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;

/** Roles are records too, so that making, changing and deleting one has history and undo. */
@Component
class RoleDescription implements ObjectDescription {
    static final String NAME = "role";

    private static final ObjectType TYPE = new ObjectType(
            NAME,
            "roles",
            "identity.role",
            "user-round",
            List.of("nameFr", "code"),
            false,
            List.of(
                    Field.of("code", FieldType.TEXT, "code", "main", REQUIRED),
                    Field.of("nameFr", FieldType.TEXT, "name_fr", "main"),
                    Field.of("nameEn", FieldType.TEXT, "name_en", "main"),
                    Field.of("position", FieldType.NUMBER, "position", "main"),
                    Field.of("grants", FieldType.LONG_TEXT, "grants", "main"),
                    Field.of("fields", FieldType.LONG_TEXT, "fields", "main"),
                    Field.of("rules", FieldType.LONG_TEXT, "rules", "main")));

    @Override
    public ObjectType type() {
        return TYPE;
    }

    @Override
    public Action right(Action wanted) {
        return Action.CONFIGURE;
    }

    /** Only who administers the workspace changes roles, and nobody the role that administers it. */
    @Override
    public boolean allows(Actor actor, Action wanted, @Nullable Snapshot before, @Nullable Snapshot after) {
        return actor.may(TeamTab.WORKSPACE, Action.CONFIGURE)
                && (before == null || !before.text("code").equals(Role.ADMINISTRATOR.code()));
    }
}
