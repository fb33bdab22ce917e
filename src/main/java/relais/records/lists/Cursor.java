package relais.records.lists;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.exception.DataTypeException;
import org.jspecify.annotations.Nullable;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.Refused;
import relais.records.criteria.CriteriaJson;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;

/**
 * A place between two rows of one list.
 *
 * @param key the sort key of the row beside it, JSON null among the records without one
 * @param second its second sort key; JSON null when it has none or the list has one key only
 * @param position the position of the row that follows it
 * @param backward whether the page lies before it
 */
record Cursor(JsonNode key, JsonNode second, UUID id, int position, boolean backward) {

    /** The text that a URL carries; it only fits the list and workspace that made it. */
    String text(ListSpec spec) {
        var json = Values.object();
        json.set("k", key);
        if (spec.sort().then() != null) {
            json.set("m", second);
        }
        json.put("i", id.toString());
        json.put("p", position);
        json.put("b", backward);
        json.put("l", list(spec));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Values.json(json).getBytes(StandardCharsets.UTF_8));
    }

    /** A key as its column holds it; a cursor that somebody wrote by hand may hold anything. */
    static <T> @Nullable T key(JsonNode key, DataType<T> type) {
        var text = key.asString("");
        try {
            if (text.indexOf('\0') >= 0) {
                throw new Refused("cursor.foreign");
            }
            return type.convert(text);
        } catch (DataTypeException | DateTimeException malformed) {
            throw new Refused("cursor.foreign");
        }
    }

    static @Nullable Cursor of(ListSpec spec) {
        if (spec.cursor() == null || spec.cursor().isBlank()) {
            return null;
        }
        try {
            var json = Values.parseOrNull(
                    new String(Base64.getUrlDecoder().decode(spec.cursor()), StandardCharsets.UTF_8));
            if (json == null || json.path("l").asInt(0) != list(spec)) {
                throw new Refused("cursor.foreign");
            }
            var position = Math.max(1, json.path("p").asInt(1));
            var id = UUID.fromString(json.path("i").asString(""));
            return new Cursor(
                    known(json, "k"),
                    known(json, "m"),
                    id,
                    position,
                    json.path("b").asBoolean(false));
        } catch (IllegalArgumentException malformed) {
            throw new Refused("cursor.foreign");
        }
    }

    private static JsonNode known(JsonNode json, String name) {
        var value = json.get(name);
        return value == null ? Values.none() : value;
    }

    private static int list(ListSpec spec) {
        return (Tenancy.id() + spec.type().name() + spec.sort().text() + CriteriaJson.text(spec.criterion()))
                .hashCode();
    }
}
