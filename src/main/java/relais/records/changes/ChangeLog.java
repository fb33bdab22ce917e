package relais.records.changes;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.platform.database.Rows;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** The log of changes: only ever added to. */
@Component
public class ChangeLog {
    private static final String COLUMNS = "h.at, h.operation_id, h.seq, h.object, h.record_id, h.version_before,"
            + " h.version_after, h.before, h.after";
    private static final List<String> NEW = List.of(
            "at",
            "operation_id",
            "seq",
            "object",
            "record_id",
            "version_before",
            "version_after",
            "before",
            "after",
            "salt",
            "digest");
    private static final int SALT = 16;
    private static final SecureRandom SALTS = new SecureRandom();

    private final DSLContext sql;

    ChangeLog(DSLContext sql) {
        this.sql = sql;
    }

    /** Adds changes; they are never altered afterwards. */
    public void append(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var rows = new Rows("records.change", NEW);
        var salts = new byte[changes.size() * SALT];
        SALTS.nextBytes(salts);
        IntStream.range(0, changes.size())
                .parallel()
                .mapToObj(i -> row(changes.get(i), Arrays.copyOfRange(salts, i * SALT, (i + 1) * SALT)))
                .toList()
                .forEach(rows::add);
        rows.insert(sql);
    }

    private static @Nullable Object[] row(Change c, byte[] salt) {
        var before = ChangeDigest.canonical(c.before());
        var after = ChangeDigest.canonical(c.after());
        return new @Nullable Object[] {
            OffsetDateTime.ofInstant(c.at(), ZoneOffset.UTC),
            c.operation(),
            c.seq(),
            c.object(),
            c.record(),
            c.versionBefore(),
            c.versionAfter(),
            before == null ? null : JSONB.valueOf(before),
            after == null ? null : JSONB.valueOf(after),
            salt,
            ChangeDigest.of(salt, c, before, after)
        };
    }

    /** A record's changes, newest first. */
    public List<Change> of(UUID record, Instant after, int limit) {
        return fetch(
                "SELECT " + COLUMNS + " FROM records.change h WHERE h.tenant_id = ? AND h.record_id = ?"
                        + " AND h.at > CAST(? AS timestamptz) ORDER BY h.at DESC, h.seq DESC LIMIT ?",
                Tenancy.id(),
                record,
                OffsetDateTime.ofInstant(after, ZoneOffset.UTC),
                limit);
    }

    /** What this operation changed of this record, newest first. */
    public List<Change> of(UUID operation, UUID record) {
        return fetch(
                "SELECT " + COLUMNS + " FROM records.change h WHERE h.tenant_id = ? AND h.record_id = ?"
                        + " AND h.operation_id = ? ORDER BY h.at DESC, h.seq DESC",
                Tenancy.id(),
                record,
                operation);
    }

    /** The newest change of a record that touched the field. */
    Optional<Change> latest(UUID record, String field) {
        return fetch(
                        "SELECT " + COLUMNS + " FROM records.change h WHERE h.tenant_id = ? AND h.record_id = ?"
                                + " AND jsonb_exists(h.after, ?) ORDER BY h.at DESC, h.seq DESC LIMIT 1",
                        Tenancy.id(),
                        record,
                        field)
                .stream()
                .findFirst();
    }

    /** An operation's changes before this place, newest first. */
    public List<Change> of(Operation operation, Instant before, int beforeSeq, int limit) {
        return fetch(
                "SELECT " + COLUMNS + " FROM records.change h WHERE h.tenant_id = ? AND h.operation_id = ?"
                        + " AND h.at >= CAST(? AS timestamptz) AND (h.at, h.seq) < (CAST(? AS timestamptz), ?)"
                        + " ORDER BY h.at DESC, h.seq DESC LIMIT ?",
                Tenancy.id(),
                operation.id(),
                OffsetDateTime.ofInstant(operation.at(), ZoneOffset.UTC),
                OffsetDateTime.ofInstant(before, ZoneOffset.UTC),
                beforeSeq,
                limit);
    }

    /** An operation's changes behind this place, in the order of writing. */
    List<Change> after(Operation operation, ChangePlace place, int limit) {
        var from = place.at().isBefore(operation.at()) ? operation.at() : place.at();
        int seq = place.at().isBefore(operation.at()) ? -1 : place.seq();
        return fetch(
                "SELECT " + COLUMNS + " FROM records.change h WHERE h.tenant_id = ? AND h.operation_id = ?"
                        + " AND h.at >= CAST(? AS timestamptz) AND h.at <= CAST(? AS timestamptz)"
                        + " AND (h.at, h.seq) > (CAST(? AS timestamptz), ?) ORDER BY h.at, h.seq LIMIT ?",
                Tenancy.id(),
                operation.id(),
                OffsetDateTime.ofInstant(from, ZoneOffset.UTC),
                OffsetDateTime.ofInstant(operation.endedAt(), ZoneOffset.UTC),
                OffsetDateTime.ofInstant(from, ZoneOffset.UTC),
                seq,
                limit);
    }

    /** The changes between these places of one batch of an operation, in the order of writing. */
    public List<Change> slice(UUID operation, Instant at, int from, int to) {
        return fetch(
                "SELECT " + COLUMNS + " FROM records.change h WHERE h.tenant_id = ? AND h.at = CAST(? AS timestamptz)"
                        + " AND h.operation_id = ? AND h.seq BETWEEN ? AND ? ORDER BY h.seq",
                Tenancy.id(),
                OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                operation,
                from,
                to);
    }

    private List<Change> fetch(String query, Object... binds) {
        return sql.resultQuery(query, binds)
                .fetch(r -> new Change(
                        r.get(0, OffsetDateTime.class).toInstant(),
                        r.get(1, UUID.class),
                        r.get(2, Integer.class),
                        r.get(3, String.class),
                        r.get(4, UUID.class),
                        r.get(5, Integer.class),
                        r.get(6, Integer.class),
                        node(r.get(5, Integer.class), r.get(7, JSONB.class)),
                        node(r.get(6, Integer.class), r.get(8, JSONB.class))));
    }

    /** Where there is a version there were values: when they were erased, none are left of them. */
    private static @Nullable ObjectNode node(@Nullable Integer version, @Nullable JSONB json) {
        return json == null && version != null ? Values.object() : node(json);
    }

    private static @Nullable ObjectNode node(@Nullable JSONB json) {
        return json == null ? null : (ObjectNode) Values.parse(json.data());
    }
}
