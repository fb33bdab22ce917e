package relais.integration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a write answers, the first time and every time its key is used again.
 *
 * @param operation what it wrote, null when nothing differed
 * @param version the record's, 0 when there is none
 * @param location where a new record stands
 */
record Answer(
        int status,
        @Nullable UUID operation,
        int version,
        @Nullable String location,
        ObjectNode body) {

    /** An answer of a write; the operation stands in its body. */
    static Answer of(int status, @Nullable UUID operation, int version, @Nullable String location, ObjectNode body) {
        body.put("operation", operation == null ? null : operation.toString());
        return new Answer(status, operation, version, location, body);
    }

    ResponseEntity<String> response(boolean again) {
        var response = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        if (operation != null) {
            response.header("Relais-Operation", operation.toString());
        }
        if (version > 0) {
            response.eTag("\"" + version + "\"");
        }
        if (location != null) {
            response.header("Location", location);
        }
        if (again) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.body(Values.json(body));
    }

    String stored() {
        var json = Values.object();
        json.put("status", status);
        json.put("operation", operation == null ? null : operation.toString());
        json.put("version", version);
        json.put("location", location);
        json.set("body", body);
        return Values.json(json);
    }

    static Answer read(String stored) {
        var json = Values.parse(stored);
        return new Answer(
                json.path("status").asInt(),
                text(json, "operation") == null
                        ? null
                        : UUID.fromString(json.path("operation").asString()),
                json.path("version").asInt(),
                text(json, "location"),
                (ObjectNode) json.path("body"));
    }

    private static @Nullable String text(JsonNode json, String name) {
        return json.path(name).isString() ? json.path(name).asString() : null;
    }
}
