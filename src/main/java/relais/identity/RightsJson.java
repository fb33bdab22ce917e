package relais.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rights as they lie in the database: what no edition knows grants nothing, and closes nothing less. */
public final class RightsJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private RightsJson() {}

    /** The actions of each object as JSON. */
    public static String actions(Map<String, Set<Action>> byObject) {
        var sorted = new TreeMap<String, Set<Action>>();
        byObject.forEach((object, actions) -> {
            if (!actions.isEmpty()) {
                sorted.put(object, EnumSet.copyOf(actions));
            }
        });
        return JSON.writeValueAsString(sorted);
    }

    /** The closed fields of each object as JSON. */
    public static String fields(Map<String, Map<String, FieldRight>> fields) {
        var sorted = new TreeMap<String, Map<String, FieldRight>>();
        fields.forEach((object, closed) -> {
            if (!closed.isEmpty()) {
                sorted.put(object, new TreeMap<>(closed));
            }
        });
        return JSON.writeValueAsString(sorted);
    }

    /** The rules of rows of each object as JSON. */
    public static String rules(Map<String, RowRule> rules) {
        var node = JSON.createObjectNode();
        new TreeMap<>(rules).forEach((object, rule) -> {
            if (rule.limits() || rule.team()) {
                node.putObject(object)
                        .put("see", rule.see().name().toLowerCase(Locale.ROOT))
                        .put("team", rule.team())
                        .put("change", rule.change().name().toLowerCase(Locale.ROOT))
                        .put("where", rule.where());
            }
        });
        return JSON.writeValueAsString(node);
    }

    static Grants grants(@Nullable String actions, @Nullable String fields) {
        return new Grants(readActions(actions), readFields(fields));
    }

    /** The actions in this JSON. */
    public static Map<String, Set<Action>> readActions(@Nullable String json) {
        var grants = new HashMap<String, Set<Action>>();
        tree(json).properties().forEach(object -> {
            var actions = EnumSet.noneOf(Action.class);
            object.getValue().forEach(name -> of(Action.values(), name).ifPresent(actions::add));
            grants.put(object.getKey(), actions);
        });
        return grants;
    }

    /** The closed fields in this JSON. */
    public static Map<String, Map<String, FieldRight>> readFields(@Nullable String json) {
        var fields = new HashMap<String, Map<String, FieldRight>>();
        tree(json).properties().forEach(object -> {
            var closed = new HashMap<String, FieldRight>();
            object.getValue()
                    .properties()
                    .forEach(f -> closed.put(
                            f.getKey(), of(FieldRight.values(), f.getValue()).orElse(FieldRight.HIDDEN)));
            fields.put(object.getKey(), Map.copyOf(closed));
        });
        return fields;
    }

    /** The rules of rows in this JSON. */
    public static Map<String, RowRule> readRules(@Nullable String json) {
        var rules = new HashMap<String, RowRule>();
        tree(json)
                .properties()
                .forEach(e -> rules.put(
                        e.getKey(),
                        new RowRule(
                                of(RowRule.See.values(), e.getValue().path("see"))
                                        .orElse(RowRule.See.OWN),
                                e.getValue().path("team").asBoolean(false),
                                of(RowRule.Change.values(), e.getValue().path("change"))
                                        .orElse(RowRule.Change.OWN),
                                e.getValue().path("where").asString(""))));
        return rules;
    }

    private static JsonNode tree(@Nullable String json) {
        return json == null || json.isBlank() ? JSON.createObjectNode() : JSON.readTree(json);
    }

    private static <E extends Enum<E>> Optional<E> of(E[] all, JsonNode name) {
        return Arrays.stream(all)
                .filter(e -> e.name().equalsIgnoreCase(name.asString("")))
                .findFirst();
    }
}
