package relais.records.rights;

import static relais.records.types.Field.Trait.REQUIRED;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectDescription;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;

/** That one record is shared with one person is a record too: it has history and undo. */
@Component
class ShareDescription implements ObjectDescription {
    static final String NAME = "share";

    private static final ObjectType TYPE = new ObjectType(
            NAME,
            "shares",
            "identity.share",
            "users",
            List.of("object"),
            false,
            List.of(
                    Field.of("object", FieldType.TEXT, "object", "main", REQUIRED),
                    Field.of("record", FieldType.TEXT, "record_id", "main", REQUIRED),
                    Field.of("person", FieldType.USER, "person_id", "main", REQUIRED),
                    Field.of("writing", FieldType.BOOLEAN, "writing", "main")));

    @Override
    public ObjectType type() {
        return TYPE;
    }

    /** Whoever may change a record may share it, and take back what they did; {@link #allows} says which. */
    @Override
    public Action right(Action wanted) {
        return Action.READ;
    }

    @Override
    public boolean allows(Actor actor, Action wanted, @Nullable Snapshot before, @Nullable Snapshot after) {
        return may(actor, before) && may(actor, after);
    }

    private static boolean may(Actor actor, @Nullable Snapshot share) {
        return share == null || actor.may(share.text("object"), Action.UPDATE);
    }
}
