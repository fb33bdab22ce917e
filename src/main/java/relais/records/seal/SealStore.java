package relais.records.seal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import relais.platform.database.Reading;
import relais.platform.database.Rows;
import relais.platform.tenancy.Tenancy;
import relais.records.changes.ChangePlace;
import relais.records.changes.OperationLog;

/** The rows of seals and their entries. */
@Repository
class SealStore {
    private static final String SEAL_COLUMNS =
            "s.number, s.at, s.first_entry, s.last_entry, s.operations, s.changes, s.key_name, s.content, s.mac";
    private static final String SEAL = "SELECT " + SEAL_COLUMNS + " FROM records.seal s WHERE s.tenant_id = ?";
    private static final String ENTRY = "SELECT e.number, e.seal, e.operation_id, e.part, e.changes, e.object,"
            + " e.ended_at, e.reversed, e.kept, e.blocked, e.upto_at, e.upto_seq, e.salt, e.facts, e.digest"
            + " FROM records.seal_entry e WHERE e.tenant_id = ?";

    private final DSLContext sql;

    SealStore(DSLContext sql) {
        this.sql = sql;
    }

    /** The latest seal. */
    Seal head() {
        return sql.resultQuery(SEAL + " ORDER BY s.number DESC LIMIT 1", Tenancy.id())
                .fetchOptional(SealStore::seal)
                .orElse(Seal.NONE);
    }

    Optional<Seal> find(long number) {
        return sql.resultQuery(SEAL + " AND s.number = ?", Tenancy.id(), number).fetchOptional(SealStore::seal);
    }

    List<Seal> after(long number, int limit) {
        return sql.resultQuery(SEAL + " AND s.number > ? ORDER BY s.number LIMIT ?", Tenancy.id(), number, limit)
                .fetch(SealStore::seal);
    }

    List<Entry> entries(long after, long upto, int limit) {
        return sql.resultQuery(
                        ENTRY + " AND e.number > ? AND e.number <= ? ORDER BY e.number LIMIT ?",
                        Tenancy.id(),
                        after,
                        upto,
                        limit)
                .fetch(SealStore::entry);
    }

    /** The latest entry of each of these operations that has one. */
    Map<UUID, Entry> latest(Collection<UUID> operations) {
        var latest = new HashMap<UUID, Entry>();
        sql.resultQuery(
                        ENTRY + " AND e.operation_id = ANY(?) ORDER BY e.operation_id, e.part",
                        Tenancy.id(),
                        operations.toArray(UUID[]::new))
                .fetch(SealStore::entry)
                .forEach(e -> latest.put(e.operation(), e));
        return latest;
    }

    /** The entry of the part before this one. */
    Optional<Entry> before(Entry entry) {
        return sql.resultQuery(
                        ENTRY + " AND e.operation_id = ? AND e.part = ?",
                        Tenancy.id(),
                        entry.operation(),
                        entry.part() - 1)
                .fetchOptional(SealStore::entry);
    }

    /** Of each of these operations which seal covers it as it stands. */
    Map<UUID, Seal> covering(Collection<UUID> operations) {
        var covering = new HashMap<UUID, Seal>();
        sql.resultQuery(
                        "SELECT " + SEAL_COLUMNS + ", o.id FROM records.operation o"
                                + " JOIN records.seal_entry e ON e.tenant_id = o.tenant_id AND e.number = o.sealed"
                                + " JOIN records.seal s ON s.tenant_id = e.tenant_id AND s.number = e.seal"
                                + " WHERE o.tenant_id = ? AND e.tenant_id = ? AND s.tenant_id = ? AND o.id = ANY(?)",
                        Tenancy.id(),
                        Tenancy.id(),
                        Tenancy.id(),
                        operations.toArray(UUID[]::new))
                .forEach(r -> covering.put(r.get(9, UUID.class), seal(r)));
        return covering;
    }

    /** An operation's changes behind a place, in the order of writing, without their values. */
    List<Entry.Line> lines(UUID operation, ChangePlace after, Instant upto, int limit) {
        var lines = new ArrayList<Entry.Line>();
        Reading.each(
                sql,
                "SELECT h.at, h.seq, h.object, h.record_id, h.version_before, h.version_after, h.digest"
                        + " FROM records.change h WHERE h.tenant_id = ? AND h.operation_id = ?"
                        + " AND h.at >= ? AND h.at <= ? AND (h.at, h.seq) > (?, ?) ORDER BY h.at, h.seq LIMIT ?",
                List.of(
                        Tenancy.id(),
                        operation,
                        OperationLog.at(after.at()),
                        OperationLog.at(upto),
                        OperationLog.at(after.at()),
                        after.seq(),
                        limit),
                r -> lines.add(new Entry.Line(
                        r.getObject(1, OffsetDateTime.class).toInstant(),
                        r.getInt(2),
                        r.getString(3),
                        r.getObject(4, UUID.class),
                        r.getObject(5, Integer.class),
                        r.getObject(6, Integer.class),
                        r.getBytes(7))));
        return lines;
    }

    void insert(Seal seal) {
        sql.query(
                        "INSERT INTO records.seal (tenant_id, number, at, first_entry, last_entry, operations, changes,"
                                + " key_name, content, mac) VALUES (?, ?, CAST(? AS timestamptz), ?, ?, ?, ?, ?, ?, ?)",
                        Tenancy.id(),
                        seal.number(),
                        OperationLog.at(seal.at()),
                        seal.first(),
                        seal.last(),
                        seal.operations(),
                        seal.changes(),
                        seal.key(),
                        seal.content(),
                        seal.mac())
                .execute();
    }

    void insert(List<Entry> entries) {
        var rows = new Rows(
                "records.seal_entry",
                "number",
                "seal",
                "operation_id",
                "part",
                "changes",
                "object",
                "ended_at",
                "reversed",
                "kept",
                "blocked",
                "upto_at",
                "upto_seq",
                "salt",
                "facts",
                "digest");
        entries.forEach(e -> rows.add(
                e.number(),
                e.seal(),
                e.operation(),
                e.part(),
                e.changes(),
                e.object(),
                OperationLog.at(e.endedAt()),
                e.reversed(),
                e.kept(),
                e.blocked(),
                e.upto() == null ? null : OperationLog.at(e.upto().at()),
                e.upto() == null ? null : e.upto().seq(),
                e.salt(),
                e.facts(),
                e.digest()));
        rows.insert(sql);
    }

    private static Seal seal(Record r) {
        return new Seal(
                r.get(0, Long.class),
                r.get(1, OffsetDateTime.class).toInstant(),
                r.get(2, Long.class),
                r.get(3, Long.class),
                r.get(4, Integer.class),
                r.get(5, Long.class),
                r.get(6, String.class),
                r.get(7, byte[].class),
                r.get(8, byte[].class));
    }

    private static Entry entry(Record r) {
        var upto = r.get(10, OffsetDateTime.class);
        return new Entry(
                r.get(0, Long.class),
                r.get(1, Long.class),
                r.get(2, UUID.class),
                r.get(3, Integer.class),
                r.get(4, Integer.class),
                r.get(5, String.class),
                r.get(6, OffsetDateTime.class).toInstant(),
                r.get(7, Integer.class),
                r.get(8, Integer.class),
                r.get(9, Integer.class),
                upto == null ? null : new ChangePlace(upto.toInstant(), r.get(11, Integer.class)),
                r.get(12, byte[].class),
                r.get(13, byte[].class),
                r.get(14, byte[].class));
    }
}
