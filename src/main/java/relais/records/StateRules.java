package relais.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import relais.records.store.Children;
import relais.records.types.BadValue;
import relais.records.types.ContactPoints;
import relais.records.types.Field;
import relais.records.types.FieldRules;
import relais.records.types.FieldType;
import relais.records.types.ObjectDescription;
import relais.records.types.ObjectType;
import relais.records.types.Problem;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How given values go into a record's state, and what a whole state must fulfil. */
final class StateRules {
    private StateRules() {}

    /** Puts the canonical forms of the given values into the state; what can't be stored is left out and told. */
    static List<Problem> merge(ObjectType type, ObjectNode state, ObjectNode given, Writer.Pass pass) {
        var problems = new ArrayList<Problem>();
        given.properties().forEach(e -> {
            if (e.getKey().equals(Snapshot.DELETED)
                    || pass.restoring() && e.getKey().equals(Snapshot.CREATED)) {
                put(state, e.getKey(), e.getValue());
                return;
            }
            var field = type.field(e.getKey());
            if (field.isPresent()) {
                merge(field.get(), state, e.getValue(), pass).ifPresent(problems::add);
            } else if (pass.restoring()) {
                put(state, e.getKey(), e.getValue());
            } else {
                problems.add(Problem.of(e.getKey(), "field.unknown", e.getKey()));
            }
        });
        return problems;
    }

    /** What was asked of fields that are made of others, and did not come about. */
    static List<Problem> overruled(ObjectType type, ObjectNode state, ObjectNode given, ObjectDescription description) {
        return type.fields().stream()
                .filter(f -> given.has(f.name()) && description.derived(f, state))
                .filter(f -> !Values.same(given.get(f.name()), state.get(f.name())))
                .map(f -> Problem.of(f.name(), "field.derived"))
                .toList();
    }

    private static Optional<Problem> merge(Field field, ObjectNode state, JsonNode given, Writer.Pass pass) {
        if (!field.writable()) {
            return pass.restoring() ? Optional.empty() : Optional.of(Problem.of(field.name(), "field.computed"));
        }
        try {
            var value = FieldRules.canonical(field, given);
            put(
                    state,
                    field.name(),
                    field.type() == FieldType.COLLECTION ? identified(field, state, value, pass) : value);
            return Optional.empty();
        } catch (BadValue bad) {
            return Optional.of(bad.of(field));
        }
    }

    private static JsonNode identified(Field field, ObjectNode state, JsonNode value, Writer.Pass pass) {
        var actor = pass.operation().actorKind().name().toLowerCase(java.util.Locale.ROOT);
        var origin = new ContactPoints.Origin(actor, pass.at().toString().substring(0, 10));
        var given = value.isArray() ? value : JsonNodeFactory.instance.arrayNode();
        return ContactPoints.identified(
                ContactPoints.kind(field), Children.of(state, field), given, origin, pass.restoring());
    }

    private static void put(ObjectNode state, String member, JsonNode value) {
        if (Values.empty(value)) {
            state.remove(member);
        } else {
            state.set(member, value);
        }
    }

    /** Problems of the whole: required fields that are empty, and the object's own rules. */
    static List<Problem> check(ObjectType type, ObjectNode state, ObjectDescription description) {
        var problems = new ArrayList<Problem>();
        type.fields().stream()
                .filter(f -> f.has(Field.Trait.REQUIRED) && Values.empty(state.get(f.name())))
                .forEach(f -> problems.add(Problem.of(f.name(), "required")));
        problems.addAll(description.check(state));
        return problems;
    }
}
