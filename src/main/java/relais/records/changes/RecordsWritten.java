package relais.records.changes;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.types.ObjectType;
import tools.jackson.databind.node.ObjectNode;

/** Published in the transaction of a write, for what belongs to the same fact: keys, timeline, roll-ups. */
public record RecordsWritten(UUID operation, ObjectType type, List<Item> items) {
    /**
     * One written record.
     *
     * @param state everything the record holds now, null when it is gone
     */
    public record Item(Change change, @Nullable ObjectNode state) {}
}
