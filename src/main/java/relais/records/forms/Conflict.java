package relais.records.forms;

import java.time.Instant;
import java.util.List;
import relais.records.types.Snapshot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two people changed the same fields of a record.
 *
 * @param current the record as the other one left it
 * @param rows the fields that both changed
 * @param rest what only this actor changed; it is written whatever is chosen
 */
public record Conflict(Snapshot current, List<Row> rows, ObjectNode rest) {
    /**
     * One field that both changed.
     *
     * @param theirs the field with the stored value
     * @param mine the field with the value that was just sent
     * @param who who stored the other value
     */
    public record Row(FieldView theirs, FieldView mine, String who, Instant at) {
        /** The sent value, to be sent again. */
        public JsonNode value() {
            return mine.value();
        }
    }
}
