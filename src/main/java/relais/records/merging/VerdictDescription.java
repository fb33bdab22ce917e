package relais.records.merging;

import static relais.records.types.Field.Trait.REQUIRED;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectDescription;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;

/**
 * What was decided about two records: that the first went into the second, or that they are not the same. A record like
 * any other, so that a merge and a "not a duplicate" have history and undo.
 */
@Component
public class VerdictDescription implements ObjectDescription {
    /** The object's name. */
    public static final String NAME = "verdict";

    /** The first went into the second. */
    static final String MERGED = "merged";

    /** They look alike and are two. */
    static final String DISTINCT = "distinct";

    private static final ObjectType TYPE = new ObjectType(
            NAME,
            "verdicts",
            "records.verdict",
            "merge",
            List.of("kind"),
            false,
            List.of(
                    Field.of("object", FieldType.TEXT, "object", "main", REQUIRED),
                    Field.of("kind", FieldType.CHOICE, "kind", "main", REQUIRED).choosing(MERGED, DISTINCT),
                    // Without a target: the first one is in the trash, and neither end is a path of criteria.
                    Field.of("first", FieldType.LINK, "first_id", "main", REQUIRED),
                    Field.of("second", FieldType.LINK, "second_id", "main", REQUIRED),
                    Field.of("operation", FieldType.LINK, "operation_id", "main")));

    @Override
    public ObjectType type() {
        return TYPE;
    }

    /** Whoever may change records may say what they are. */
    @Override
    public Action right(Action wanted) {
        return wanted == Action.READ ? Action.READ : Action.UPDATE;
    }

    /** The right is that of the object of both records. */
    @Override
    public boolean allows(Actor actor, Action wanted, @Nullable Snapshot before, @Nullable Snapshot after) {
        return Stream.of(before, after)
                .flatMap(Stream::ofNullable)
                .allMatch(s -> actor.may(s.text("object"), right(wanted)));
    }

    @Override
    public boolean attending() {
        return true;
    }

    @Override
    public boolean open() {
        return false;
    }
}
