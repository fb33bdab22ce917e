package relais.records.changes;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.types.ObjectType;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Published in the transaction of a write, for what belongs to the same fact: keys, timeline, roll-ups. */
public record RecordsWritten(UUID operation, ObjectType type, List<Item> items) {
    /**
     * One written record.
     *
     * @param state everything the record holds now, null when it is gone
     */
    public record Item(Change change, @Nullable ObjectNode state) {
        /** Everything the record held before; empty when there was none. Its values are not to be altered. */
        public ObjectNode former() {
            var former = Values.object();
            if (state != null && !change.creates()) {
                former.setAll(state);
            }
            if (change.before() != null) {
                change.before().properties().forEach(e -> restore(former, e.getKey(), e.getValue()));
            }
            return former;
        }

        private static void restore(ObjectNode former, String member, JsonNode value) {
            if (Values.empty(value)) {
                former.remove(member);
            } else {
                former.set(member, value);
            }
        }
    }
}
