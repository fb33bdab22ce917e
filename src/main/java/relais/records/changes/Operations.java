package relais.records.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

/** What was done in this workspace: operations, what each changed, and what an undo could not restore. */
@Service
public class Operations {
    /** The name under which rights speak of operations. */
    public static final String NAME = "operation";

    private final DSLContext sql;
    private final OperationLog log;
    private final ChangeLog changes;
    private final UndoRemainders remainders;
    private final ObjectTypes types;
    private final RecordStates states;

    Operations(
            DSLContext sql,
            OperationLog log,
            ChangeLog changes,
            UndoRemainders remainders,
            ObjectTypes types,
            RecordStates states) {
        this.sql = sql;
        this.log = log;
        this.changes = changes;
        this.remainders = remainders;
        this.types = types;
        this.states = states;
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
        return find(operation).map(o -> named(changes.after(o, after, limit))).orElse(List.of());
    }

    /** The changes of an operation before this place, in the order of writing. */
    @Transactional(readOnly = true)
    public List<ChangedRecord> changesBefore(UUID operation, ChangePlace place, int limit) {
        return find(operation)
                .map(o -> named(changes.of(o, place.at(), place.seq(), limit).reversed()))
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

    private List<ChangedRecord> named(List<Change> found) {
        var readable = found.stream().filter(c -> reads(c.object())).toList();
        var current = current(
                readable.stream().map(c -> Map.entry(c.object(), c.record())).toList());
        return readable.stream()
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

    private Map<UUID, Snapshot> current(List<Map.Entry<String, UUID>> records) {
        var byObject = new LinkedHashMap<String, List<UUID>>();
        records.forEach(r ->
                byObject.computeIfAbsent(r.getKey(), o -> new ArrayList<>()).add(r.getValue()));
        var found = new HashMap<UUID, Snapshot>();
        byObject.forEach((object, ids) -> found.putAll(
                states.load(types.of(object), ids.stream().distinct().toList(), false)));
        return found;
    }

    private boolean sees(Operation operation) {
        var actor = Actor.current();
        return operation.actorId().equals(actor.id())
                || actor.may(NAME, Action.READ) && (operation.object() == null || reads(operation.object()));
    }

    private boolean reads(String object) {
        return types.find(object)
                .filter(t ->
                        Actor.current().may(t.name(), types.description(t).open() ? Action.READ : Action.CONFIGURE))
                .isPresent();
    }

    private Condition visible() {
        var own = DSL.condition("o.actor_id = ?", Actor.current().id());
        if (!Actor.current().may(NAME, Action.READ)) {
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
        return filter.undoneOnly() ? condition.and("o.undone_by IS NOT NULL") : condition;
    }
}
