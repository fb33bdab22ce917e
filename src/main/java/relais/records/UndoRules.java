package relais.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.changes.Change;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Decides for one change what its undo may restore: only what still stands as the change left it. Pure. */
final class UndoRules {
    private UndoRules() {}

    static Undo.Verdict verdict(ObjectType type, Change change, @Nullable Snapshot current, Set<UUID> holding) {
        if (change.erased()) {
            return new Undo.Verdict.Blocked("erased", List.of());
        }
        if (change.creates()) {
            return creation(type, change, current, holding);
        }
        if (change.removes()) {
            return current != null
                    ? new Undo.Verdict.Done()
                    : new Undo.Verdict.Write(
                            new Mutation.Create(change.record(), Objects.requireNonNull(change.before())), List.of());
        }
        if (current == null) {
            return new Undo.Verdict.Blocked("gone", List.of());
        }
        return edit(type, change, current);
    }

    private static Undo.Verdict creation(
            ObjectType type, Change change, @Nullable Snapshot current, Set<UUID> holding) {
        if (current == null) {
            return new Undo.Verdict.Done();
        }
        var edited = edited(type, change, current);
        if (!edited.isEmpty()) {
            return new Undo.Verdict.Kept(edited);
        }
        if (holding.contains(change.record())) {
            return new Undo.Verdict.Blocked("related", List.of());
        }
        return new Undo.Verdict.Write(new Mutation.Remove(change.record(), null), List.of());
    }

    private static List<String> edited(ObjectType type, Change change, Snapshot current) {
        var after = Objects.requireNonNull(change.after());
        var fields = new ArrayList<String>();
        for (var field : type.fields()) {
            if (field.writable()
                    && !Values.same(after.get(field.name()), current.values().get(field.name()))) {
                fields.add(field.name());
            }
        }
        return fields;
    }

    private static Undo.Verdict edit(ObjectType type, Change change, Snapshot current) {
        var before = Objects.requireNonNull(change.before());
        var after = Objects.requireNonNull(change.after());
        boolean inTrash = current.deleted() && !after.has(Snapshot.DELETED);
        // What was changed while it lay in the trash, as a merge moves links, is taken back there too.
        if (inTrash && !Instant.parse(current.text(Snapshot.DELETED)).isBefore(change.at())) {
            return new Undo.Verdict.Blocked("trash", List.of());
        }
        var restored = Values.object();
        var kept = new ArrayList<String>();
        after.propertyNames().stream()
                .filter(f -> !derived(type, f))
                .forEach(f -> restore(type, f, before.get(f), after.get(f), current, restored, kept));
        if (restored.isEmpty()) {
            return kept.isEmpty() ? new Undo.Verdict.Done() : new Undo.Verdict.Kept(kept);
        }
        if (inTrash) {
            restored.set(Snapshot.DELETED, current.value(Snapshot.DELETED));
        }
        return new Undo.Verdict.Write(new Mutation.Update(change.record(), null, restored), kept);
    }

    /** What follows from other values follows again once those are restored. */
    private static boolean derived(ObjectType type, String field) {
        return type.field(field).filter(f -> f.derivation() != null).isPresent();
    }

    private static void restore(
            ObjectType type,
            String field,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            Snapshot current,
            ObjectNode restored,
            List<String> kept) {
        var now = current.values().get(field);
        if (Values.same(now, before)) {
            return;
        }
        boolean elements = type.field(field)
                .filter(f -> f.type() == FieldType.COLLECTION || f.type() == FieldType.TAGS)
                .isPresent();
        if (Values.same(now, after)) {
            restored.set(field, before == null ? Values.none() : before);
        } else if (elements) {
            restored.set(field, merged(array(before), array(after), array(now)));
        } else {
            kept.add(field);
        }
    }

    /** Takes back element by element, so that a phone added since stays when an import's phones go. */
    private static ArrayNode merged(JsonNode before, JsonNode after, JsonNode now) {
        var left = byKey(after);
        var former = byKey(before);
        var merged = JsonNodeFactory.instance.arrayNode();
        now.forEach(element -> {
            var key = key(element);
            var fromChange = left.get(key);
            if (fromChange == null || !fromChange.equals(element)) {
                merged.add(element);
            } else if (former.containsKey(key)) {
                merged.add(former.get(key));
            }
        });
        var present = byKey(now);
        former.forEach((key, element) -> {
            if (!left.containsKey(key) && !present.containsKey(key)) {
                merged.add(element);
            }
        });
        return merged;
    }

    private static Map<String, JsonNode> byKey(JsonNode array) {
        var elements = new HashMap<String, JsonNode>();
        array.forEach(e -> elements.put(key(e), e));
        return elements;
    }

    private static String key(JsonNode element) {
        return element.isObject() ? element.path("id").asString("") : element.asString("");
    }

    private static JsonNode array(@Nullable JsonNode value) {
        return value == null || !value.isArray() ? JsonNodeFactory.instance.arrayNode() : value;
    }
}
