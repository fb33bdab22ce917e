package relais.records.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.records.store.RecordStates;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.records.types.Visibility;

/** What was done in this workspace: operations, what each changed, and what an undo could not restore. */
@Service
public class Operations {
    /** The name under which rights speak of operations. */
    public static final String NAME = "operation";

    private static final int STEP = 500;
    private static final int STEPS = 40;

    private final DSLContext sql;
    private final OperationLog log;
    private final ChangeLog changes;
    private final UndoRemainders remainders;
    private final ObjectTypes types;
    private final RecordStates states;
    private final Visibility visibility;

    Operations(
            DSLContext sql,
            OperationLog log,
            ChangeLog changes,
            UndoRemainders remainders,
            ObjectTypes types,
            RecordStates states,
            Visibility visibility) {
        this.sql = sql;
        this.log = log;
        this.changes = changes;
        this.remainders = remainders;
        this.types = types;
        this.states = states;
        this.visibility = visibility;
    }

    /** The operations next to this place that the actor may see: the own ones always, those of others by role. */
    @Transactional(readOnly = true)
    public OperationSlice page(OperationFilter filter, OperationSlice.Place place, int limit) {
        var condition = visible().and(narrowed(filter));
        if (place.id() != null) {
            condition = condition.and(DSL.condition(place.backward() ? "o.id > ?" : "o.id < ?", place.id()));
        }
        var found = new ArrayList<>(sql.resultQuery(
                        "SELECT " + OperationLog.COLUMNS + " FROM records.operation o WHERE {0} ORDER BY o.id "
                                + (place.backward() ? "ASC" : "DESC") + " LIMIT {1}",
                        condition,
                        DSL.inline(limit + 1))
                .fetch(OperationLog::operation));
        boolean more = found.size() > limit;
        if (more) {
            found.removeLast();
        }
        found.sort(Comparator.comparing(Operation::id, Operations::byTime).reversed());
        return place.backward()
                ? new OperationSlice(found, more, true)
                : new OperationSlice(found, place.id() != null, more);
    }

    /** UUIDs compare as signed longs in Java; the database and time compare them as bytes. */
    private static int byTime(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high == 0 ? Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits()) : high;
    }

    /** The operation, unless the actor may not see it. */
    @Transactional(readOnly = true)
    public Optional<Operation> find(UUID id) {
        return log.find(id, false).filter(this::sees);
    }

    /** The latest operation of this actor that still stands. */
    @Transactional(readOnly = true)
    public Optional<Operation> latest(UUID actor) {
        var own = new OperationFilter(actor, null, null, null, false);
        return page(own, OperationSlice.Place.NEWEST, 20).operations().stream()
                .filter(o -> !o.undone())
                .findFirst();
    }

    /** The changes of an operation behind this place, in the order of writing. */
    @Transactional(readOnly = true)
    public List<ChangedRecord> changes(UUID operation, ChangePlace after, int limit) {
        return find(operation)
                .map(o -> seen(after, limit, (place, most) -> changes.after(o, place, most)))
                .orElse(List.of());
    }

    /** The changes of an operation before this place, in the order of writing. */
    @Transactional(readOnly = true)
    public List<ChangedRecord> changesBefore(UUID operation, ChangePlace place, int limit) {
        return find(operation)
                .map(o -> seen(place, limit, (from, most) -> changes.of(o, from.at(), from.seq(), most))
                        .reversed())
                .orElse(List.of());
    }

    /** What the undo left as it is, kept or blocked. */
    @Transactional(readOnly = true)
    public List<Remainder> remainders(UUID undo, String outcome, int limit) {
        if (find(undo).isEmpty()) {
            return List.of();
        }
        var left = remainders.of(undo, outcome, limit).stream()
                .filter(r -> reads(r.object()))
                .toList();
        var current = current(
                left.stream().map(r -> Map.entry(r.object(), r.record())).toList());
        return left.stream()
                .filter(r -> current.containsKey(r.record()) || visibility.whole(types.of(r.object())))
                .map(r -> {
                    var now = current.get(r.record());
                    return new Remainder(
                            r.object(),
                            r.record(),
                            r.outcome(),
                            r.reason(),
                            r.args(),
                            now == null ? "" : now.title(),
                            now == null || now.deleted() ? null : now);
                })
                .toList();
    }

    /** Walks on until there are enough changes of records that the actor may see. */
    private List<ChangedRecord> seen(ChangePlace from, int limit, BiFunction<ChangePlace, Integer, List<Change>> next) {
        var seen = new ArrayList<ChangedRecord>();
        var place = from;
        for (int step = 0; step < STEPS && seen.size() < limit; step++) {
            int most = step == 0 ? limit : STEP;
            var found = next.apply(place, most);
            named(found).stream().limit((long) limit - seen.size()).forEach(seen::add);
            if (found.size() < most) {
                break;
            }
            place = ChangePlace.of(found.getLast());
        }
        return seen;
    }

    private List<ChangedRecord> named(List<Change> found) {
        var readable = found.stream().filter(c -> reads(c.object())).toList();
        var current = load(
                readable.stream().map(c -> Map.entry(c.object(), c.record())).toList());
        var seen = new HashSet<Change>();
        readable.stream()
                .collect(Collectors.groupingBy(Change::object))
                .forEach((object, all) -> seen.addAll(LastStates.seen(visibility, types.of(object), all, current)));
        return readable.stream()
                .filter(seen::contains)
                .map(c -> c.seen(types.of(c.object())))
                .filter(c -> !c.blank())
                .map(c -> {
                    var now = current.get(c.record());
                    return new ChangedRecord(c, title(c, now), now == null || now.deleted() ? null : now);
                })
                .toList();
    }

    private String title(Change change, @Nullable Snapshot now) {
        if (now != null) {
            return now.title();
        }
        var known = change.after() == null ? change.before() : change.after();
        return known == null ? "" : Values.title(types.of(change.object()), known);
    }

    /** The records that the actor may see, as they are now. */
    private Map<UUID, Snapshot> current(List<Map.Entry<String, UUID>> records) {
        var seen = new HashMap<UUID, Snapshot>();
        byObject(records).forEach((object, ids) -> {
            var type = types.of(object);
            var found = states.load(type, ids, false);
            visibility.keepReached(type, found);
            seen.putAll(found);
        });
        return seen;
    }

    private Map<UUID, Snapshot> load(List<Map.Entry<String, UUID>> records) {
        var found = new HashMap<UUID, Snapshot>();
        byObject(records).forEach((object, ids) -> found.putAll(states.load(types.of(object), ids, false)));
        return found;
    }

    private static Map<String, Set<UUID>> byObject(List<Map.Entry<String, UUID>> records) {
        return records.stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    private boolean sees(Operation operation) {
        var actor = Actor.current();
        return operation.actorId().equals(actor.id())
                || actor.may(NAME, Action.READ)
                        && (operation.object() == null || reads(operation.object()))
                        && (actor.reach().everything() || touchesSeen(operation));
    }

    /** What others did to records out of reach does not exist for the actor. */
    private boolean touchesSeen(Operation operation) {
        if (operation.object() == null) {
            return false;
        }
        var type = types.of(operation.object());
        return visibility.whole(type)
                || sql.fetchExists(sql.selectOne()
                        .from("records.change h")
                        .where(
                                "h.tenant_id = ? AND h.operation_id = ? AND h.object = ?"
                                        + " AND h.at >= CAST(? AS timestamptz) AND h.at <= CAST(? AS timestamptz)",
                                Tenancy.id(),
                                operation.id(),
                                type.name(),
                                OperationLog.at(operation.at()),
                                OperationLog.at(operation.endedAt()))
                        .and(DSL.exists(DSL.selectOne()
                                .from(type.table() + " x")
                                .where("x.tenant_id = h.tenant_id AND x.id = h.record_id" + type.only("x"))
                                .and(visibility.rows(type, "x")))));
    }

    private boolean reads(String object) {
        return types.find(object)
                .filter(t ->
                        Actor.current().may(t.name(), types.description(t).open() ? Action.READ : Action.CONFIGURE))
                .isPresent();
    }

    private Condition visible() {
        var own = DSL.condition("o.actor_id = ?", Actor.current().id());
        // Looking through everybody's operations for those that touch what is in reach would take too long.
        if (!Actor.current().may(NAME, Action.READ) || !Actor.current().reach().everything()) {
            return own;
        }
        var readable =
                types.all().stream().map(ObjectType::name).filter(this::reads).toArray(String[]::new);
        return own.or(DSL.condition("(o.object IS NULL OR o.object = ANY(?))", (Object) readable));
    }

    private static Condition narrowed(OperationFilter filter) {
        var condition = DSL.condition("o.tenant_id = ?", Tenancy.id());
        if (filter.actor() != null) {
            condition = condition.and(DSL.condition("o.actor_id = ?", filter.actor()));
        }
        if (filter.object() != null) {
            condition = condition.and(DSL.condition("o.object = ?", filter.object()));
        }
        // Ids begin with their time, so a period is a range of the primary key.
        if (filter.from() != null) {
            condition = condition.and(DSL.condition("o.id >= ?", Ids.first(filter.from())));
        }
        if (filter.to() != null) {
            condition = condition.and(DSL.condition("o.id < ?", Ids.first(filter.to())));
        }
        if (filter.kind() != null) {
            condition = condition.and(filter.kind().condition());
        }
        return filter.undoneOnly() ? condition.and("o.undone_by IS NOT NULL") : condition;
    }
}
