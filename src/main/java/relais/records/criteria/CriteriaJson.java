package relais.records.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.platform.web.Refused;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Criteria as JSON: {@code {"all":[…]}}, {@code {"any":[…]}}, {@code {"none":[…]}}, {@code
 * {"field":"stage","op":"is","values":["customer"]}}, {@code
 * {"related":"notes","aggregate":"count","where":{…},"op":"at_least","values":[2]}}.
 */
public final class CriteriaJson {
    private static final int DEEP = 8;
    private static final int MANY = 200;

    private CriteriaJson() {}

    /** Reads criteria from outside; an empty text is everything, anything that is no criterion is refused. */
    public static Criterion parse(@Nullable String json) {
        if (json == null || json.isBlank()) {
            return Criterion.everything();
        }
        var node = json.length() > 100_000 ? null : Values.parseOrNull(json);
        if (node == null || !node.isObject()) {
            throw new Refused("criteria.malformed");
        }
        return read(node);
    }

    /** Reads criteria; refuses with the reason what is none. */
    public static Criterion read(JsonNode node) {
        return new Reader().criterion(node, 0);
    }

    private static final class Reader {
        private int seen;

        Criterion criterion(JsonNode node, int depth) {
            if (depth > DEEP || ++seen > MANY) {
                throw new Refused("criteria.large");
            }
            if (node.has("all")) {
                return new Criterion.All(group(node.path("all"), depth));
            }
            if (node.has("any")) {
                return new Criterion.Any(group(node.path("any"), depth));
            }
            if (node.has("none")) {
                return new Criterion.None(group(node.path("none"), depth));
            }
            if (node.has("related")) {
                return related(node, depth);
            }
            if (node.has("field")) {
                return new Criterion.Test(node.path("field").asString(""), operator(node), values(node));
            }
            throw new Refused("criteria.malformed");
        }

        private List<Criterion> group(JsonNode array, int depth) {
            if (!array.isArray()) {
                throw new Refused("criteria.malformed");
            }
            var group = new ArrayList<Criterion>();
            array.forEach(n -> group.add(criterion(n, depth + 1)));
            return group;
        }

        private Criterion related(JsonNode node, int depth) {
            var where = node.get("where");
            return new Criterion.Related(
                    node.path("related").asString(""),
                    aggregate(node.path("aggregate").asString("count")),
                    node.has("of") ? node.path("of").asString("") : null,
                    where == null || where.isNull() ? null : criterion(where, depth + 1),
                    operator(node),
                    values(node));
        }

        private static Criterion.Aggregate aggregate(String name) {
            try {
                return Criterion.Aggregate.valueOf(name.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw new Refused("criteria.malformed");
            }
        }

        private static Operator operator(JsonNode node) {
            return Operator.of(node.path("op").asString(""))
                    .orElseThrow(() ->
                            new Refused("criteria.operator", node.path("op").asString("")));
        }

        private static List<JsonNode> values(JsonNode node) {
            var values = node.path("values");
            return values.isArray() ? values.valueStream().toList() : List.of();
        }
    }

    /** The JSON text of criteria; reading it gives the same criteria. */
    public static String text(Criterion criterion) {
        return Values.json(write(criterion));
    }

    /** The JSON of criteria. */
    public static ObjectNode write(Criterion criterion) {
        var node = Values.object();
        switch (criterion) {
            case Criterion.All all -> node.set("all", array(all.of(), CriteriaJson::write));
            case Criterion.Any any -> node.set("any", array(any.of(), CriteriaJson::write));
            case Criterion.None none -> node.set("none", array(none.of(), CriteriaJson::write));
            case Criterion.Test test -> {
                node.put("field", test.field());
                node.put("op", test.operator().code());
                node.set("values", array(test.values(), v -> v));
            }
            case Criterion.Related related -> {
                node.put("related", related.path());
                node.put("aggregate", related.aggregate().name().toLowerCase(Locale.ROOT));
                if (related.field() != null) {
                    node.put("of", related.field());
                }
                if (related.where() != null) {
                    node.set("where", write(related.where()));
                }
                node.put("op", related.operator().code());
                node.set("values", array(related.values(), v -> v));
            }
        }
        return node;
    }

    private static <T> ArrayNode array(List<T> elements, Function<T, JsonNode> write) {
        var array = JsonNodeFactory.instance.arrayNode();
        elements.forEach(e -> array.add(write.apply(e)));
        return array;
    }
}
