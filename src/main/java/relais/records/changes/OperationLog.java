package relais.records.changes;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.identity.Actor;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Values;

/** The rows of operations: begun before the first change, finished after the last. */
@Component
public class OperationLog {
    static final String COLUMNS = "o.id, o.at, o.ended_at, o.actor_kind, o.actor_id, o.actor_name, o.intent, o.args,"
            + " o.origin, o.object, o.changes, o.undo_of, o.undone_by, o.reversed, o.kept, o.blocked";

    private final DSLContext sql;
    private final Clock clock;

    OperationLog(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Begins an operation of the current actor. */
    public Operation begin(Intent intent, @Nullable UUID undoOf) {
        var actor = Actor.current();
        var operation = imagine(intent, undoOf);
        var now = operation.at();
        var args = Values.object();
        intent.args().forEach(args::put);
        sql.query(
                        "INSERT INTO records.operation (tenant_id, id, at, ended_at, actor_kind, actor_id, actor_name,"
                                + " intent, args, origin, undo_of) VALUES (?, ?, CAST(? AS timestamptz), CAST(? AS"
                                + " timestamptz), ?, ?, ?, ?, CAST(? AS jsonb), ?, CAST(? AS uuid))",
                        Tenancy.id(),
                        operation.id(),
                        at(now),
                        at(now),
                        actor.kind().name(),
                        actor.id(),
                        actor.name(),
                        intent.code(),
                        Values.json(args),
                        operation.origin(),
                        undoOf)
                .execute();
        return operation;
    }

    /** An operation that nobody has begun, for rehearsals. */
    public Operation imagine(Intent intent) {
        return imagine(intent, null);
    }

    private Operation imagine(Intent intent, @Nullable UUID undoOf) {
        var actor = Actor.current();
        var now = now();
        return new Operation(
                PastMoment.CURRENT.isBound() ? Ids.at(now) : Ids.next(),
                now,
                now,
                actor.kind(),
                actor.id(),
                actor.name(),
                intent,
                Origins.current(),
                null,
                0,
                undoOf,
                null,
                0,
                0,
                0);
    }

    /** The present moment in the precision that the database keeps. */
    public Instant now() {
        var now = PastMoment.CURRENT.isBound() ? PastMoment.CURRENT.get() : clock.instant();
        return now.truncatedTo(ChronoUnit.MICROS);
    }

    /** An operation that wrote nothing leaves no trace. */
    public void forget(UUID empty) {
        sql.query("DELETE FROM records.operation WHERE tenant_id = ? AND id = ? AND changes = 0", Tenancy.id(), empty)
                .execute();
    }

    /** Adds what was written. */
    public void finish(Operation operation, Instant at, int changes, @Nullable String object) {
        sql.query(
                        "UPDATE records.operation SET changes = changes + ?, object = coalesce(object, ?), ended_at ="
                                + " CAST(? AS timestamptz), sealed = NULL WHERE tenant_id = ? AND id = ?",
                        changes,
                        object,
                        at(at),
                        Tenancy.id(),
                        operation.id())
                .execute();
    }

    /** Notes by which operation another one is taken back. */
    public void undone(Operation undone, UUID by) {
        undoneBy(undone.id(), by);
        if (undone.undoOf() != null) {
            // Taking an undo back makes the first operation stand again.
            undoneBy(undone.undoOf(), null);
        }
    }

    private void undoneBy(UUID undone, @Nullable UUID by) {
        sql.query(
                        "UPDATE records.operation SET undone_by = CAST(? AS uuid) WHERE tenant_id = ? AND id = ?",
                        by,
                        Tenancy.id(),
                        undone)
                .execute();
    }

    /** Adds to what an undo did so far. */
    public void tally(UUID undo, int reversed, int kept, int blocked) {
        sql.query(
                        "UPDATE records.operation SET reversed = reversed + ?, kept = kept + ?, blocked = blocked + ?"
                                + " WHERE tenant_id = ? AND id = ?",
                        reversed,
                        kept,
                        blocked,
                        Tenancy.id(),
                        undo)
                .execute();
    }

    /** The operation of this id, whoever did it; for a write it is locked. */
    public Optional<Operation> find(UUID id, boolean lock) {
        return sql.resultQuery(
                        "SELECT " + COLUMNS + " FROM records.operation o WHERE o.tenant_id = ? AND o.id = ?"
                                + (lock ? " FOR UPDATE" : ""),
                        Tenancy.id(),
                        id)
                .fetchOptional(OperationLog::operation);
    }

    /** The operations that wait to be sealed, oldest first, each locked; those that are being written are left out. */
    public List<Operation> unsealed(int limit) {
        return sql.resultQuery(
                        "SELECT " + COLUMNS + " FROM records.operation o WHERE o.tenant_id = ? AND o.sealed IS NULL"
                                + " AND (o.changes > 0 OR o.undo_of IS NOT NULL) ORDER BY o.id LIMIT ?"
                                + " FOR UPDATE SKIP LOCKED",
                        Tenancy.id(),
                        limit)
                .fetch(OperationLog::operation);
    }

    /** How many operations wait to be sealed, at most this many. */
    public int waiting(int most) {
        return sql.resultQuery(
                        "SELECT count(*) FROM (SELECT 1 FROM records.operation o WHERE o.tenant_id = ?"
                                + " AND o.sealed IS NULL AND (o.changes > 0 OR o.undo_of IS NOT NULL) LIMIT ?) w",
                        Tenancy.id(),
                        most)
                .fetchOptional(0, Integer.class)
                .orElse(0);
    }

    /** The operations of these ids, by id. */
    public Map<UUID, Operation> find(Collection<UUID> ids) {
        return sql.resultQuery(
                        "SELECT " + COLUMNS + " FROM records.operation o WHERE o.tenant_id = ? AND o.id = ANY(?)",
                        Tenancy.id(),
                        ids.toArray(UUID[]::new))
                .fetchMap(r -> r.get(0, UUID.class), OperationLog::operation);
    }

    /** Which entry of the seal covers each of these operations as it stands; none for those that wait. */
    public Map<UUID, Long> sealed(Collection<UUID> ids) {
        return sql.resultQuery(
                        "SELECT o.id, o.sealed FROM records.operation o WHERE o.tenant_id = ? AND o.id = ANY(?)"
                                + " AND o.sealed IS NOT NULL",
                        Tenancy.id(),
                        ids.toArray(UUID[]::new))
                .fetchMap(r -> r.get(0, UUID.class), r -> r.get(1, Long.class));
    }

    /** Notes which entry of the seal covers each operation. */
    public void seal(List<UUID> operations, List<Long> entries) {
        sql.query(
                        "UPDATE records.operation AS o SET sealed = x.entry FROM unnest(CAST(? AS uuid[]),"
                                + " CAST(? AS bigint[])) AS x (id, entry) WHERE o.tenant_id = ? AND o.id = x.id",
                        operations.toArray(UUID[]::new),
                        entries.toArray(Long[]::new),
                        Tenancy.id())
                .execute();
    }

    static Operation operation(Record r) {
        return new Operation(
                r.get(0, UUID.class),
                r.get(1, OffsetDateTime.class).toInstant(),
                r.get(2, OffsetDateTime.class).toInstant(),
                Actor.Kind.valueOf(r.get(3, String.class)),
                r.get(4, UUID.class),
                r.get(5, String.class),
                new Intent(r.get(6, String.class), args(r.get(7, JSONB.class))),
                r.get(8, String.class),
                r.get(9, String.class),
                r.get(10, Integer.class),
                r.get(11, UUID.class),
                r.get(12, UUID.class),
                r.get(13, Integer.class),
                r.get(14, Integer.class),
                r.get(15, Integer.class));
    }

    private static Map<String, String> args(JSONB json) {
        var args = new LinkedHashMap<String, String>();
        Values.parse(json.data())
                .properties()
                .forEach(e -> args.put(e.getKey(), e.getValue().asString()));
        return args;
    }

    /** The moment as the database takes it. */
    public static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
