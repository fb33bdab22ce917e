package relais.records.types;

import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** A record at one moment: its version and its values by field name; absent members are empty fields. */
public record Snapshot(ObjectType type, UUID id, int version, ObjectNode values) {
    /** Member that says when the record was made. */
    public static final String CREATED = "createdAt";

    /** Member that says when the record went to the trash. */
    public static final String DELETED = "deletedAt";

    /** The value of the field, a missing node when it is empty. */
    public JsonNode value(String field) {
        var value = values.get(field);
        return value == null ? MissingNode.getInstance() : value;
    }

    /** The text of the field, empty when it has none. */
    public String text(String field) {
        return value(field).asString("");
    }

    /** What names the record. */
    public String title() {
        return Values.title(type, values);
    }

    /** Whether the record is in the trash. */
    public boolean deleted() {
        return values.has(DELETED);
    }
}
