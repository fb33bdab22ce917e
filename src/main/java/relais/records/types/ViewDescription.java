package relais.records.types;

import static relais.records.types.Field.Trait.REQUIRED;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;

/** Saved views are records too; the lists' own rules say who may change which. */
@Component
public class ViewDescription implements ObjectDescription {
    /** The object's name. */
    public static final String NAME = "view";

    private static final ObjectType TYPE = new ObjectType(
            NAME,
            "views",
            "records.view",
            "bookmark",
            List.of("name"),
            false,
            List.of(
                    Field.of("object", FieldType.TEXT, "object", "main", REQUIRED),
                    Field.of("name", FieldType.TEXT, "name", "main", REQUIRED),
                    Field.of("criteria", FieldType.LONG_TEXT, "criteria", "main"),
                    Field.of("columns", FieldType.LONG_TEXT, "columns", "main"),
                    Field.of("sort", FieldType.TEXT, "sort", "main"),
                    Field.of("shared", FieldType.BOOLEAN, "shared", "main"),
                    Field.of("pinned", FieldType.BOOLEAN, "pinned", "main"),
                    Field.of("owner", FieldType.USER, "owner_id", "main"),
                    Field.of("position", FieldType.NUMBER, "position", "main")));

    @Override
    public ObjectType type() {
        return TYPE;
    }

    /** Everybody may keep views, and take back what they did to them; which ones, {@link #allows} says. */
    @Override
    public Action right(Action wanted) {
        return Action.READ;
    }

    /** One's own views are one's own affair; sharing one, and changing a shared one, changes everybody's page. */
    @Override
    public boolean allows(Actor actor, Action wanted, @Nullable Snapshot before, @Nullable Snapshot after) {
        if (shared(before) || shared(after)) {
            return actor.may(NAME, Action.CONFIGURE) && (before == null || shared(before) || owns(actor, before));
        }
        return (before == null || owns(actor, before)) && (after == null || owns(actor, after));
    }

    @Override
    public boolean shows(Actor actor, Snapshot record) {
        return shared(record) || owns(actor, record);
    }

    private static boolean shared(@Nullable Snapshot view) {
        return view != null && view.value("shared").asBoolean(false);
    }

    private static boolean owns(Actor actor, Snapshot view) {
        return view.text("owner").equals(actor.id().toString());
    }
}
