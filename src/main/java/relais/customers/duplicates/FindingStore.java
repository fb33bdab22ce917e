package relais.customers.duplicates;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Values;

/** The rows of searches, and the pairs they found. */
@Repository
class FindingStore {
    private static final String SELECT =
            "SELECT f.id, f.actor_id, f.state, f.place, f.total, f.done, f.compared, f.found,"
                    + " f.words, f.started_at, f.touched_at FROM customers.finding f WHERE f.tenant_id = ?";

    private final DSLContext sql;
    private final Clock clock;

    FindingStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void insert(UUID id, UUID actor, long total) {
        sql.query(
                        "INSERT INTO customers.finding (tenant_id, id, actor_id, state, total, words, started_at, touched_at)"
                                + " VALUES (?, ?, ?, 'RUNNING', ?, CAST('{}' AS jsonb), CAST(? AS timestamptz), CAST(? AS"
                                + " timestamptz))",
                        Tenancy.id(),
                        id,
                        actor,
                        total,
                        now(),
                        now())
                .execute();
    }

    Optional<Finding> latest() {
        return sql.resultQuery(SELECT + " ORDER BY f.id DESC LIMIT 1", Tenancy.id())
                .fetchOptional(FindingStore::finding);
    }

    Optional<Finding> find(UUID id, boolean lock) {
        return sql.resultQuery(SELECT + " AND f.id = ?" + (lock ? " FOR UPDATE" : ""), Tenancy.id(), id)
                .fetchOptional(FindingStore::finding);
    }

    void advance(UUID id, String place, long done, long compared, long found) {
        sql.query(
                        "UPDATE customers.finding SET place = ?, done = ?, compared = compared + ?, found = found + ?,"
                                + " touched_at = CAST(? AS timestamptz) WHERE tenant_id = ? AND id = ?",
                        place,
                        done,
                        compared,
                        found,
                        now(),
                        Tenancy.id(),
                        id)
                .execute();
    }

    void words(UUID id, Frequencies words) {
        sql.query(
                        "UPDATE customers.finding SET words = CAST(? AS jsonb) WHERE tenant_id = ? AND id = ?",
                        Values.json(words.json()),
                        Tenancy.id(),
                        id)
                .execute();
    }

    boolean move(UUID id, Finding.State from, Finding.State to) {
        return sql.query(
                                "UPDATE customers.finding SET state = ?, touched_at = CAST(? AS timestamptz) WHERE tenant_id"
                                        + " = ? AND id = ? AND state = ?",
                                to.name(),
                                now(),
                                Tenancy.id(),
                                id,
                                from.name())
                        .execute()
                == 1;
    }

    /** Keeps pairs that look alike; answers how many of them this search had not found yet. */
    int keep(UUID finding, List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return 0;
        }
        return sql.query(
                        "INSERT INTO customers.likeness AS l (tenant_id, first_id, second_id, score, finding_id) SELECT f.tenant_id,"
                                + " x.a, x.b, x.score, f.id FROM customers.finding f CROSS JOIN unnest(CAST(? AS uuid[]), CAST(?"
                                + " AS uuid[]), CAST(? AS double precision[])) AS x (a, b, score) WHERE f.tenant_id = ? AND"
                                + " f.id = ? ON CONFLICT (tenant_id, first_id, second_id) DO UPDATE SET score ="
                                + " excluded.score, finding_id = excluded.finding_id WHERE l.tenant_id = ? AND l.finding_id <>"
                                + " excluded.finding_id",
                        pairs.stream().map(Pair::first).toArray(UUID[]::new),
                        pairs.stream().map(Pair::second).toArray(UUID[]::new),
                        pairs.stream().map(Pair::score).toArray(Double[]::new),
                        Tenancy.id(),
                        finding,
                        Tenancy.id())
                .execute();
    }

    /** Forgets what earlier searches found and this one did not. */
    void tidy(UUID finding) {
        sql.query("DELETE FROM customers.likeness WHERE tenant_id = ? AND finding_id <> ?", Tenancy.id(), finding)
                .execute();
    }

    /** About how many customers there are. */
    long customers() {
        return sql.resultQuery(
                        "SELECT count(*) FROM customers.customer c WHERE c.tenant_id = ? AND c.deleted_at IS NULL",
                        Tenancy.id())
                .fetchOptional(0, Long.class)
                .orElse(0L);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Finding finding(Record r) {
        return new Finding(
                r.get(0, UUID.class),
                r.get(1, UUID.class),
                Finding.State.valueOf(r.get(2, String.class)),
                r.get(3, String.class),
                r.get(4, Long.class),
                r.get(5, Long.class),
                r.get(6, Long.class),
                r.get(7, Long.class),
                Frequencies.read(Values.parse(r.get(8, JSONB.class).data())),
                r.get(9, OffsetDateTime.class).toInstant(),
                r.get(10, OffsetDateTime.class).toInstant());
    }

    /** Two customers in the order of their ids, and how much they are alike. */
    record Pair(UUID first, UUID second, double score) {
        static Pair of(UUID a, UUID b, double score) {
            return a.toString().compareTo(b.toString()) < 0 ? new Pair(a, b, score) : new Pair(b, a, score);
        }
    }
}
