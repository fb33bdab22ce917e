package relais.records.work;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import relais.platform.tenancy.Tenancy;

/** The rows of work. */
@Repository
class WorkStore {
    private static final String COLUMNS = "w.id, w.task, w.data, w.place, w.operation_id, w.actor_id, w.state, w.total,"
            + " w.done, w.written, w.remaining, w.problem, w.back, w.started_at, w.touched_at";

    private final DSLContext sql;
    private final Clock clock;

    WorkStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void insert(UUID id, String task, String data, UUID operation, UUID actor, int total, String back) {
        sql.query(
                        "INSERT INTO records.work (tenant_id, id, task, data, operation_id, actor_id, state, total, back,"
                                + " started_at, touched_at) VALUES (?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?, CAST(? AS"
                                + " timestamptz), CAST(? AS timestamptz))",
                        Tenancy.id(),
                        id,
                        task,
                        data,
                        operation,
                        actor,
                        total,
                        back,
                        now(),
                        now())
                .execute();
    }

    Optional<Work> find(UUID id, boolean lock) {
        return sql.resultQuery(
                        "SELECT " + COLUMNS + " FROM records.work w WHERE w.tenant_id = ? AND w.id = ?"
                                + (lock ? " FOR UPDATE" : ""),
                        Tenancy.id(),
                        id)
                .fetchOptional(WorkStore::work);
    }

    Optional<Work> unfinished(UUID operation) {
        return sql.resultQuery(
                        "SELECT " + COLUMNS + " FROM records.work w WHERE w.tenant_id = ? AND w.operation_id = ?"
                                + " AND w.state IN ('RUNNING', 'FAILED')",
                        Tenancy.id(),
                        operation)
                .fetchOptional(WorkStore::work);
    }

    void advance(UUID id, LongTask.Step step) {
        sql.query(
                        "UPDATE records.work SET place = ?, done = done + ?, written = written + ?, remaining = remaining"
                                + " + ?, state = ?, touched_at = CAST(? AS timestamptz) WHERE tenant_id = ? AND id = ?",
                        step.place(),
                        step.done(),
                        step.written(),
                        step.left(),
                        (step.last() ? Work.State.DONE : Work.State.RUNNING).name(),
                        now(),
                        Tenancy.id(),
                        id)
                .execute();
    }

    boolean move(UUID id, Work.State from, Work.State to, String problem) {
        return sql.query(
                                "UPDATE records.work SET state = ?, problem = ?, touched_at = CAST(? AS timestamptz)"
                                        + " WHERE tenant_id = ? AND id = ? AND state = ?",
                                to.name(),
                                problem,
                                now(),
                                Tenancy.id(),
                                id,
                                from.name())
                        .execute()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Work work(Record r) {
        return new Work(
                r.get(0, UUID.class),
                r.get(1, String.class),
                r.get(2, String.class),
                r.get(3, String.class),
                r.get(4, UUID.class),
                r.get(5, UUID.class),
                Work.State.valueOf(r.get(6, String.class)),
                r.get(7, Integer.class),
                r.get(8, Integer.class),
                r.get(9, Integer.class),
                r.get(10, Integer.class),
                r.get(11, String.class),
                r.get(12, String.class),
                r.get(13, OffsetDateTime.class).toInstant(),
                r.get(14, OffsetDateTime.class).toInstant());
    }
}
