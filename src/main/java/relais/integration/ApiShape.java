package relais.integration;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.changes.Operation;
import relais.records.types.ContactPoints;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How a record looks to programs: every property is there, empty ones are null or an empty list. */
final class ApiShape {
    /** The property that holds a workspace's own fields. */
    static final String CUSTOM = "custom";

    /** What every record has beside its fields, and nobody writes. */
    static final Set<String> OWN = Set.of("id", "version", Snapshot.CREATED, Snapshot.DELETED);

    private ApiShape() {}

    /** The parts of one contact point. */
    static List<String> parts(Field field) {
        return ContactPoints.kind(field).equals(ContactPoints.ADDRESS)
                ? List.of("lines", "postcode", "city", "country", "label")
                : List.of("value", "label");
    }

    /** The name of a field below {@code custom}. */
    static String code(Field field) {
        return field.name().substring(CUSTOM.length() + 1);
    }

    /** The record with these properties, with all of them when none are named. */
    static ObjectNode write(Snapshot record, Set<String> wanted) {
        var json = Values.object();
        json.put("id", record.id().toString());
        json.put("version", record.version());
        fields(record.type(), record.values(), json, wanted, false);
        for (var own : new String[] {Snapshot.CREATED, Snapshot.DELETED}) {
            if (record.values().has(own) && (wanted.isEmpty() || wanted.contains(own))) {
                json.set(own, record.value(own));
            }
        }
        return json;
    }

    /** The values that a change touched. */
    static @Nullable ObjectNode touched(ObjectType type, @Nullable ObjectNode values) {
        if (values == null) {
            return null;
        }
        var json = Values.object();
        fields(type, values, json, Set.of(), true);
        for (var own : new String[] {Snapshot.CREATED, Snapshot.DELETED}) {
            if (values.has(own)) {
                json.set(own, values.get(own));
            }
        }
        return json;
    }

    private static void fields(
            ObjectType type, ObjectNode values, ObjectNode json, Set<String> wanted, boolean onlyPresent) {
        var custom = Values.object();
        for (var field : type.fields()) {
            boolean asked =
                    wanted.isEmpty() || wanted.contains(field.name()) || field.custom() && wanted.contains(CUSTOM);
            if (asked && (!onlyPresent || values.has(field.name()))) {
                var value = value(field, values.get(field.name()));
                if (field.custom()) {
                    custom.set(code(field), value);
                } else {
                    json.set(field.name(), value);
                }
            }
        }
        boolean some = !custom.isEmpty();
        if (some || wanted.isEmpty() && !onlyPresent || wanted.contains(CUSTOM)) {
            json.set(CUSTOM, custom);
        }
    }

    private static JsonNode value(Field field, @Nullable JsonNode value) {
        boolean list = switch (field.type()) {
            case CHOICES, TAGS, COLLECTION, FILE, LINKS -> true;
            case TEXT, LONG_TEXT, NUMBER, DATE, INSTANT, CHOICE, BOOLEAN, MONEY, LINK, USER, SITE -> false;
            case PERCENT, DURATION, RATING, URL, ADDRESS -> false;
        };
        if (value == null || Values.empty(value)) {
            return list ? JsonNodeFactory.instance.arrayNode() : Values.none();
        }
        return field.type() == FieldType.COLLECTION ? points(field, value) : value;
    }

    /** Contact points without what Relais notes of them: their identity follows from their value. */
    private static JsonNode points(Field field, JsonNode points) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var point : points) {
            var shown = array.addObject();
            for (var part : parts(field)) {
                var value = point.get(part);
                shown.set(part, value == null ? Values.none() : value);
            }
        }
        return array;
    }

    /** Every name that {@code fields} may ask for. */
    static boolean knows(ObjectType type, String name) {
        return OWN.contains(name) || name.equals(CUSTOM) || type.field(name).isPresent();
    }

    /** What a write answers to those who may not read what they wrote. */
    static ObjectNode bare(UUID id, int version) {
        var json = Values.object();
        json.put("id", id.toString());
        json.put("version", version);
        return json;
    }

    /** Who did something. */
    static ObjectNode actor(Operation operation) {
        var json = Values.object();
        json.put("kind", operation.actorKind().name().toLowerCase(Locale.ROOT));
        json.put("id", operation.actorId().toString());
        json.put("name", operation.actorName());
        return json;
    }
}
