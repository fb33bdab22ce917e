package relais.records.merging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import relais.records.Mutation;
import relais.records.Writing;
import relais.records.store.RecordStates;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Lets what hangs on merged records hang on the one that stays. */
@Component
class Relinking {
    private static final int CHUNK = 1_000;

    private final RecordStates states;
    private final Belongings belongings;

    Relinking(RecordStates states, Belongings belongings) {
        this.states = states;
        this.belongings = belongings;
    }

    /** Relinking the links of these records to the survivor. */
    void move(Writing w, ObjectType target, List<Belongings.Kind> kinds, UUID survivor, List<UUID> merged) {
        for (var kind : kinds) {
            var ids = new ArrayList<>(kind.links().keySet());
            if (kind.type().name().equals(target.name())) {
                ids.removeAll(merged); // their own links are chosen among their values
            }
            for (int i = 0; i < ids.size(); i += CHUNK) {
                move(w, target, kind, ids.subList(i, Math.min(ids.size(), i + CHUNK)), survivor, merged);
            }
        }
    }

    private void move(
            Writing w, ObjectType target, Belongings.Kind kind, List<UUID> ids, UUID survivor, List<UUID> merged) {
        var type = kind.type();
        var found = states.load(type, ids, true);
        var known = joins(type) ? standing(type, target, survivor) : new HashSet<Map<String, String>>();
        var mutations = new ArrayList<Mutation>();
        for (var id : ids) {
            var record = found.get(id);
            if (record != null) {
                var values = Values.object();
                kind.links()
                        .getOrDefault(id, Set.of())
                        .forEach(f -> values.set(f.name(), Ends.moved(record.value(f.name()), merged, survivor)));
                mutations.add(moved(record, values, known, w));
            }
        }
        Merges.settled(type, w.apply(type.name(), mutations));
    }

    /** The link moved; a tie that would lead from a record to itself, or that stands already, goes to the trash. */
    private static Mutation moved(Snapshot record, ObjectNode values, Set<Map<String, String>> known, Writing w) {
        var after = record.values().deepCopy();
        after.setAll(values);
        boolean needless = joins(record.type())
                && !record.deleted()
                && (circular(record.type(), after) || !known.add(tie(record.type(), after)));
        if (needless) {
            return new Mutation.Update(record.id(), record.version(), w.deletion());
        }
        if (record.deleted()) {
            values.set(Snapshot.DELETED, record.value(Snapshot.DELETED)); // it moves, and stays in the trash
        }
        return new Mutation.Update(record.id(), record.version(), values);
    }

    /** Whether records of this object do nothing but tie two others together. */
    private static boolean joins(ObjectType type) {
        return !type.listed() && type.fields().stream().filter(Relinking::end).count() == 2;
    }

    private static boolean end(Field field) {
        return field.target() != null && field.has(Field.Trait.REQUIRED);
    }

    private static boolean circular(ObjectType type, ObjectNode state) {
        return type.fields().stream()
                        .filter(Relinking::end)
                        .map(f -> state.path(f.name()).asString(""))
                        .distinct()
                        .count()
                == 1;
    }

    private Set<Map<String, String>> standing(ObjectType type, ObjectType target, UUID survivor) {
        var ids = belongings.to(target, List.of(survivor)).stream()
                .filter(k -> k.type().name().equals(type.name()))
                .flatMap(k -> k.links().keySet().stream())
                .toList();
        return states.load(type, ids, false).values().stream()
                .filter(s -> !s.deleted())
                .map(s -> tie(type, s.values()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<String, String> tie(ObjectType type, ObjectNode state) {
        return type.fields().stream()
                .filter(f -> f.writable() && !Values.empty(state.get(f.name())))
                .collect(Collectors.toMap(Field::name, f -> Values.canonical(state.path(f.name()))));
    }
}
