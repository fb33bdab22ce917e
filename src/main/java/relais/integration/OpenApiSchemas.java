package relais.integration;

import java.util.List;
import java.util.Locale;
import relais.records.types.Addresses;
import relais.records.types.ContactPoints;
import relais.records.types.Field;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON schemas of records, made from their descriptions. */
final class OpenApiSchemas {
    private static final int LINE = 1_000;
    private static final int TEXT = 100_000;

    private OpenApiSchemas() {}

    /** The schema's name: {@code Customer}. */
    static String name(ObjectType type) {
        return type.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + type.name().substring(1);
    }

    static ObjectNode ref(String schema) {
        return Values.object().put("$ref", "#/components/schemas/" + schema);
    }

    static ObjectNode arrayOf(ObjectNode items) {
        var array = Values.object().put("type", "array");
        array.set("items", items);
        return array;
    }

    static ObjectNode string(String format) {
        return Values.object().put("type", "string").put("format", format);
    }

    /** A record as it is read. */
    static ObjectNode read(ObjectType type) {
        var schema = Values.object().put("type", "object");
        var properties = schema.putObject("properties");
        properties.set("id", string("uuid"));
        properties.putObject("version").put("type", "integer").put("minimum", 1);
        fields(type, properties, false);
        properties.set(Snapshot.CREATED, string("date-time"));
        properties.set(Snapshot.DELETED, string("date-time"));
        schema.putArray("required").add("id").add("version");
        return schema;
    }

    /** A record as it is written: nothing that is not described. */
    static ObjectNode written(ObjectType type) {
        var schema = Values.object().put("type", "object").put("unevaluatedProperties", false);
        fields(type, schema.putObject("properties"), true);
        return schema;
    }

    private static void fields(ObjectType type, ObjectNode properties, boolean written) {
        var custom = Values.object().put("type", "object");
        var own = custom.putObject("properties");
        if (written) {
            custom.put("unevaluatedProperties", false);
        }
        type.fields().stream().filter(f -> !written || f.writable()).forEach(f -> {
            var schema = value(f).put("title", Labels.field(type, f));
            if (f.custom()) {
                own.set(ApiShape.code(f), schema);
            } else {
                properties.set(f.name(), schema);
            }
        });
        properties.set(ApiShape.CUSTOM, custom);
    }

    private static ObjectNode value(Field field) {
        return switch (field.type()) {
            case TEXT -> nullable("string").put("maxLength", LINE);
            case LONG_TEXT -> nullable("string").put("maxLength", TEXT);
            case NUMBER, PERCENT -> nullable("number");
            case DURATION -> nullable("integer").put("minimum", 0);
            case RATING -> nullable("integer").put("minimum", 1).put("maximum", 5);
            case URL -> nullable("string").put("format", "uri");
            case FILE -> arrayOf(parts(List.of("id", "name", "size", "type")));
            case ADDRESS -> {
                var address = parts(Addresses.PARTS);
                address.putArray("type").add("object").add("null");
                yield address;
            }
            case DATE -> nullable("string").put("format", "date");
            case INSTANT -> nullable("string").put("format", "date-time");
            case BOOLEAN -> nullable("boolean");
            case LINK, USER, SITE -> nullable("string").put("format", "uuid");
            case MONEY -> money();
            case CHOICE -> {
                var choice = nullable("string");
                codes(field, choice.putArray("enum")).addNull();
                yield choice;
            }
            case CHOICES -> {
                var choice = Values.object().put("type", "string");
                codes(field, choice.putArray("enum"));
                yield arrayOf(choice);
            }
            case LINKS -> arrayOf(string("uuid"));
            case TAGS -> arrayOf(Values.object().put("type", "string"));
            case COLLECTION -> arrayOf(point(field));
        };
    }

    private static ObjectNode nullable(String type) {
        var schema = Values.object();
        schema.putArray("type").add(type).add("null");
        return schema;
    }

    private static ArrayNode codes(Field field, ArrayNode codes) {
        field.choices().forEach(c -> codes.add(c.code()));
        return codes;
    }

    private static ObjectNode parts(List<String> names) {
        var schema = Values.object().put("type", "object");
        var properties = schema.putObject("properties");
        names.forEach(n -> properties.set(n, nullable(n.equals("size") ? "integer" : "string")));
        return schema;
    }

    private static ObjectNode money() {
        var schema = nullable("object");
        var properties = schema.putObject("properties");
        properties.putObject("amount").put("type", "string");
        properties.putObject("currency").put("type", "string");
        return schema;
    }

    private static ObjectNode point(Field field) {
        var schema = Values.object().put("type", "object").put("unevaluatedProperties", false);
        var properties = schema.putObject("properties");
        ApiShape.parts(field).forEach(p -> properties.set(p, nullable("string")));
        if (!ContactPoints.kind(field).equals(ContactPoints.ADDRESS)) {
            schema.putArray("required").add("value");
        }
        return schema;
    }
}
