package relais.records.changes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.types.ObjectType;
import tools.jackson.databind.node.ObjectNode;

/**
 * One record's before and after inside an operation.
 *
 * @param versionBefore null when the change created the record
 * @param versionAfter null when the change removed it
 * @param before the changed fields as they were; everything when removed
 * @param after the changed fields as they became; everything when created
 */
public record Change(
        Instant at,
        UUID operation,
        int seq,
        String object,
        UUID record,
        @Nullable Integer versionBefore,
        @Nullable Integer versionAfter,
        @Nullable ObjectNode before,
        @Nullable ObjectNode after) {

    /** The change without the fields that whoever sees the object so may not see. */
    public Change seen(ObjectType type) {
        return type.hidden().isEmpty()
                ? this
                : new Change(
                        at,
                        operation,
                        seq,
                        object,
                        record,
                        versionBefore,
                        versionAfter,
                        before == null ? null : type.trim(before.deepCopy()),
                        after == null ? null : type.trim(after.deepCopy()));
    }

    /** Whether nothing is left of it for whoever looks. */
    public boolean blank() {
        return before != null && after != null && before.isEmpty() && after.isEmpty();
    }

    /** Whether the record began with it. */
    public boolean creates() {
        return versionBefore == null;
    }

    /** Whether the record ended with it. */
    public boolean removes() {
        return versionAfter == null;
    }

    /** Whether its values were erased, so that nobody knows any more what it changed. */
    public boolean erased() {
        return (before == null || before.isEmpty()) && (after == null || after.isEmpty());
    }
}
