package relais.records.types;

import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON values of records: reading, writing, comparing. */
public final class Values {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Comparator<JsonNode> LOOSE = (a, b) -> {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue());
        }
        return a.equals(b) ? 0 : 1;
    };

    private Values() {}

    /** An empty state. */
    public static ObjectNode object() {
        return NODES.objectNode();
    }

    /** A text as a value. */
    public static JsonNode text(String value) {
        return NODES.stringNode(value);
    }

    /** The number without trailing zeros, so that equal amounts are equal values. */
    public static JsonNode number(BigDecimal value) {
        var plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return NODES.numberNode(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    /** A yes or no as a value. */
    public static JsonNode bool(boolean value) {
        return NODES.booleanNode(value);
    }

    /** The value of a field that has none. */
    public static JsonNode none() {
        return NODES.nullNode();
    }

    /** Whether two values are the same; absent and null are, and 1 is 1.0. */
    public static boolean same(@Nullable JsonNode a, @Nullable JsonNode b) {
        boolean noA = empty(a);
        boolean noB = empty(b);
        if (noA || noB || a == null || b == null) {
            return noA && noB;
        }
        return a.equals(LOOSE, b);
    }

    /** Whether there is nothing: absent, null, or an array without elements. */
    public static boolean empty(@Nullable JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode() || value.isArray() && value.isEmpty();
    }

    /** What names a record with these values: the first of its title fields that is not empty. */
    public static String title(ObjectType type, JsonNode values) {
        return type.titles().stream()
                .map(f -> values.path(f).asString(""))
                .filter(t -> !t.isBlank())
                .findFirst()
                .orElse("");
    }

    /** Reads JSON; fails on text that is none, which only a bug can have stored. */
    public static JsonNode parse(String json) {
        return MAPPER.readTree(json);
    }

    /** Reads JSON that comes from outside; null when it is none. */
    public static @Nullable JsonNode parseOrNull(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException malformed) {
            return null;
        }
    }

    /** JSON with sorted members: the same text whatever order a database keeps them in. */
    public static String canonical(JsonNode value) {
        return SORTED.writeValueAsString(value);
    }

    /** The value as JSON text. */
    public static String json(JsonNode value) {
        return MAPPER.writeValueAsString(value);
    }
}
