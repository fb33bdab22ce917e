package relais.records.merging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import relais.records.types.ContactPoints;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectDescription;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Which record's value a field has after a merge. Pure. */
final class MergeRules {
    private MergeRules() {}

    /** Whether the field holds elements, so that those of several records stand side by side. */
    static boolean several(Field field) {
        return field.type() == FieldType.COLLECTION
                || field.type() == FieldType.TAGS
                || field.type() == FieldType.CHOICES
                || field.type() == FieldType.LINKS;
    }

    /** The records whose values a field takes unless somebody says otherwise: all elements, else the first value. */
    static List<UUID> usual(Field field, List<Snapshot> records) {
        var holding = records.stream()
                .filter(r -> !Values.empty(r.value(field.name())))
                .map(Snapshot::id)
                .toList();
        return several(field) ? holding : holding.stream().limit(1).toList();
    }

    /** Whether any two of the records tell the field differently. */
    static boolean differs(Field field, List<Snapshot> records) {
        var first = records.getFirst().value(field.name());
        return records.stream().anyMatch(r -> !same(field, first, r.value(field.name())));
    }

    private static boolean same(Field field, JsonNode a, JsonNode b) {
        return field.type() == FieldType.COLLECTION ? keys(field, a).equals(keys(field, b)) : Values.same(a, b);
    }

    private static List<String> keys(Field field, JsonNode points) {
        return points.valueStream()
                .map(p -> ContactPoints.key(ContactPoints.kind(field), p))
                .sorted()
                .toList();
    }

    /** Whether the field is one that a merge decides on. */
    static boolean decided(Field field, ObjectDescription description, Snapshot survivor) {
        return field.writable() && !description.derived(field, survivor.values());
    }

    /**
     * What the surviving record is written with: only what differs from what it holds.
     *
     * @param records the survivor first
     * @param chosen by field the records whose values it takes
     */
    static ObjectNode values(
            ObjectType type, ObjectDescription description, List<Snapshot> records, Map<String, List<UUID>> chosen) {
        var survivor = records.getFirst();
        var state = survivor.values().deepCopy();
        var ids = records.stream().map(Snapshot::id).toList();
        for (var field : type.fields()) {
            if (decided(field, description, survivor)) {
                var value = value(field, records, chosen.getOrDefault(field.name(), usual(field, records)));
                boolean own = type.name().equals(field.target());
                put(state, field.name(), own ? Ends.without(value, ids) : value);
            }
        }
        description.absorb(
                state, records.stream().map(r -> r.values().deepCopy()).toList());
        return difference(type, description, survivor, state);
    }

    private static ObjectNode difference(
            ObjectType type, ObjectDescription description, Snapshot survivor, ObjectNode state) {
        var values = Values.object();
        for (var field : type.fields()) {
            var now = state.get(field.name());
            boolean fits = description.applies(field, state)
                    || !survivor.value(field.name()).isMissingNode()
                    || field.has(Field.Trait.SEARCHED);
            if (field.writable()
                    && fits
                    && !description.derived(field, state)
                    && !same(field, orNone(now), survivor.value(field.name()))) {
                values.set(field.name(), orNone(now));
            }
        }
        return values;
    }

    private static JsonNode orNone(JsonNode value) {
        return Optional.ofNullable(value).orElse(Values.none());
    }

    private static void put(ObjectNode state, String field, JsonNode value) {
        if (Values.empty(value)) {
            state.remove(field);
        } else {
            state.set(field, value);
        }
    }

    private static JsonNode value(Field field, List<Snapshot> records, List<UUID> from) {
        var chosen = records.stream().filter(r -> from.contains(r.id())).toList();
        if (chosen.isEmpty()) {
            return Values.none();
        }
        if (!several(field)) {
            return chosen.getFirst().value(field.name());
        }
        var all = new LinkedHashMap<String, JsonNode>();
        chosen.forEach(r -> r.value(field.name()).forEach(e -> all.putIfAbsent(key(field, e), e)));
        var array = JsonNodeFactory.instance.arrayNode();
        ordered(field, new ArrayList<>(all.values())).forEach(array::add);
        return array;
    }

    private static String key(Field field, JsonNode element) {
        return field.type() == FieldType.COLLECTION
                ? ContactPoints.key(ContactPoints.kind(field), element)
                : element.asString("");
    }

    /** Tags stand in the order of the alphabet, choices in that of the field. */
    private static List<JsonNode> ordered(Field field, List<JsonNode> elements) {
        if (field.type() != FieldType.CHOICES) {
            return elements;
        }
        var codes = new HashSet<>(elements.stream().map(e -> e.asString("")).toList());
        return field.choices().stream()
                .filter(c -> codes.contains(c.code()))
                .map(c -> Values.text(c.code()))
                .toList();
    }

    /** Those of the values that may be held by another record until that has gone to the trash. */
    static ObjectNode unique(ObjectType type, ObjectNode values) {
        var unique = Values.object();
        type.fields().stream()
                .filter(f -> f.has(Field.Trait.UNIQUE) && values.has(f.name()))
                .forEach(f -> unique.set(f.name(), values.get(f.name())));
        return unique;
    }
}
