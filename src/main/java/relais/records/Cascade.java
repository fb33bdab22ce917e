package relais.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Grants;
import relais.identity.Reach;
import relais.records.store.Hanging;
import relais.records.store.RecordStates;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What follows from records going to the trash, coming back or leaving for good: whatever can't be without them goes, comes
 * and leaves with them. It is a consequence, so it needs no right of its own.
 */
@Component
class Cascade {
    private final Writer writer;
    private final Hanging hanging;
    private final RecordStates states;
    private final ObjectTypes types;

    Cascade(Writer writer, Hanging hanging, RecordStates states, ObjectTypes types) {
        this.writer = writer;
        this.hanging = hanging;
        this.states = states;
        this.types = types;
    }

    /** Where the next change of an operation goes; each call counts on what was written before it. */
    interface Pass extends Function<Integer, Writer.Pass> {}

    /** Puts into the trash what hangs on these records, which went there; answers how many. */
    int trash(Pass pass, ObjectType type, Collection<UUID> ids) {
        return beyond(() -> trash(pass, 0, type, ids));
    }

    private int trash(Pass pass, int before, ObjectType type, Collection<UUID> ids) {
        int written = 0;
        for (var way : hanging(type)) {
            var hung = hanging.on(way, ids).stream()
                    .filter(h -> h.deletedAt() == null)
                    .map(Hanging.Hung::id)
                    .collect(Collectors.toSet());
            var here = pass.apply(before + written);
            var gone = write(here, way.from(), hung, s -> deleted(here.at().toString()));
            written += gone.size();
            written += gone.isEmpty() ? 0 : trash(pass, before + written, way.from(), gone);
        }
        return written;
    }

    private List<Hanging.Way> hanging(ObjectType type) {
        return hanging.ways(type).stream().filter(Hanging.Way::hangs).toList();
    }

    /** Brings back what went to the trash along with these records, which are back; answers how many. */
    int revive(Pass pass, ObjectType type, Collection<UUID> ids) {
        return beyond(() -> revive(pass, 0, type, ids));
    }

    private int revive(Pass pass, int before, ObjectType type, Collection<UUID> ids) {
        int written = 0;
        for (var way : hanging(type)) {
            var gone = hanging.on(way, ids).stream()
                    .filter(h -> h.deletedAt() != null)
                    .toList();
            var back = write(pass.apply(before + written), way.from(), along(way.from(), gone), s -> deleted(null));
            written += back.size();
            written += back.isEmpty() ? 0 : revive(pass, before + written, way.from(), back);
        }
        return written;
    }

    /** Those that went with one of the records they hang on, none of which is in the trash any more. */
    private Set<UUID> along(ObjectType type, List<Hanging.Hung> gone) {
        if (gone.isEmpty()) {
            return Set.of();
        }
        var moments = new HashMap<UUID, Instant>();
        gone.forEach(h -> moments.put(h.id(), Objects.requireNonNull(h.deletedAt())));
        var parents = new ArrayList<Hanging.Hung>();
        var orphans = new HashSet<UUID>();
        var found = states.load(type, moments.keySet(), false);
        for (var field : hanging.holds(type)) {
            var target = types.of(Objects.requireNonNull(field.target()));
            var links = new HashMap<UUID, List<UUID>>();
            found.forEach((id, s) -> links.put(id, ends(s.value(field.name()))));
            var alive = states.load(
                    target, links.values().stream().flatMap(List::stream).collect(Collectors.toSet()), false);
            links.forEach((id, ends) -> ends.forEach(end -> {
                parents.add(new Hanging.Hung(id, end, moments.get(id)));
                var parent = alive.get(end);
                if (parent == null || parent.deleted()) {
                    orphans.add(id);
                }
            }));
        }
        return hanging.written(parents).stream()
                .map(Hanging.Hung::id)
                .filter(id -> !orphans.contains(id))
                .collect(Collectors.toSet());
    }

    private static List<UUID> ends(JsonNode link) {
        return link.isArray()
                ? link.valueStream().map(e -> UUID.fromString(e.asString())).toList()
                : Values.empty(link) ? List.of() : List.of(UUID.fromString(link.asString()));
    }

    /** Takes these records away for good, with what hangs on them; links to them are emptied. Answers how many changes. */
    int purge(Pass pass, ObjectType type, Collection<UUID> ids) {
        return beyond(() -> purge(pass, 0, type, ids));
    }

    private int purge(Pass pass, int before, ObjectType type, Collection<UUID> ids) {
        int written = 0;
        for (var way : hanging.ways(type)) {
            var linked = hanging.on(way, ids);
            if (linked.isEmpty()) {
                continue;
            }
            var from = linked.stream().map(Hanging.Hung::id).collect(Collectors.toSet());
            written += way.hangs()
                    ? purge(pass, before + written, way.from(), from)
                    : release(pass.apply(before + written), way, from, Set.copyOf(ids));
        }
        var gone = ids.stream().map(id -> new Mutation.Remove(id, null)).toList();
        return written
                + count(writer.apply(pass.apply(before + written), type.name(), gone))
                        .size();
    }

    private int release(Writer.Pass pass, Hanging.Way way, Set<UUID> from, Set<UUID> gone) {
        var name = way.field().name();
        return write(pass, way.from(), from, s -> {
                    ObjectNode values = Values.object();
                    values.set(name, without(s.value(name), gone));
                    if (s.deleted()) {
                        values.set(Snapshot.DELETED, s.value(Snapshot.DELETED)); // stays where it is
                    }
                    return values;
                })
                .size();
    }

    private static JsonNode without(JsonNode link, Set<UUID> gone) {
        if (!link.isArray()) {
            return Values.none();
        }
        var rest = JsonNodeFactory.instance.arrayNode();
        link.valueStream()
                .filter(e -> !gone.contains(UUID.fromString(e.asString())))
                .forEach(rest::add);
        return rest;
    }

    private static ObjectNode deleted(@Nullable String at) {
        var values = Values.object();
        return at == null ? values.putNull(Snapshot.DELETED) : values.put(Snapshot.DELETED, at);
    }

    /** Locks these records and changes each; answers those that were written. */
    private List<UUID> write(
            Writer.Pass pass, ObjectType type, Collection<UUID> ids, Function<Snapshot, ObjectNode> values) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var current = new LinkedHashMap<>(states.load(type, ids, true));
        var mutations = current.values().stream()
                .map(s -> new Mutation.Update(s.id(), null, values.apply(s)))
                .toList();
        return count(writer.apply(pass, type, mutations, Map.copyOf(current)));
    }

    private static List<UUID> count(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(o -> o instanceof Outcome.Written)
                .map(Outcome::id)
                .toList();
    }

    /** As the same actor, but with every right and reach. */
    private static int beyond(Supplier<Integer> work) {
        var actor = Actor.current();
        var all = new Actor(
                actor.kind(),
                actor.id(),
                actor.name(),
                actor.workspace(),
                new Grants(Map.of("*", EnumSet.allOf(Action.class))),
                actor.locale(),
                actor.zone(),
                actor.sites(),
                actor.teams(),
                Reach.EVERYTHING);
        return ScopedValue.where(Actor.CURRENT, all).call(work::get);
    }
}
