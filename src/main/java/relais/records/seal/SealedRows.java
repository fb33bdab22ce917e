package relais.records.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.platform.database.Reading;
import relais.platform.tenancy.Tenancy;
import relais.records.changes.Change;
import relais.records.changes.ChangeDigest;
import relais.records.changes.ChangePlace;
import relais.records.changes.Operation;
import relais.records.changes.OperationLog;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Compares what entries of the seal stand for with the operations and changes as they are now. */
@Component
class SealedRows {
    private static final int MOST = 10_000;
    private static final int BRIEF = 1_000;
    private static final String SELECT = "SELECT h.operation_id, h.at, h.seq, h.object, h.record_id, h.version_before,"
            + " h.version_after, h.digest, h.salt, h.before, h.after";

    private final DSLContext sql;
    private final SealStore store;
    private final OperationLog operations;
    private final SealKey key;

    SealedRows(DSLContext sql, SealStore store, OperationLog operations, SealKey key) {
        this.sql = sql;
        this.store = store;
        this.operations = operations;
        this.key = key;
    }

    /** A change as it is stored now. */
    private record Stored(Change change, byte[] digest, byte[] salt) {
        static Stored of(ResultSet r) throws SQLException {
            var change = new Change(
                    r.getObject(2, OffsetDateTime.class).toInstant(),
                    r.getObject(1, UUID.class),
                    r.getInt(3),
                    r.getString(4),
                    r.getObject(5, UUID.class),
                    r.getObject(6, Integer.class),
                    r.getObject(7, Integer.class),
                    node(r.getString(10)),
                    node(r.getString(11)));
            return new Stored(change, r.getBytes(8), r.getBytes(9));
        }

        Entry.Line line() {
            return new Entry.Line(
                    change.at(),
                    change.seq(),
                    change.object(),
                    change.record(),
                    change.versionBefore(),
                    change.versionAfter(),
                    digest);
        }
    }

    void check(List<Entry> entries, Tally tally) {
        var ids = entries.stream().map(Entry::operation).distinct().toList();
        var found = operations.find(ids);
        var latest = store.latest(ids);
        var sealed = operations.sealed(ids);
        var brief = brief(entries, found);
        for (var entry : entries) {
            var operation = found.get(entry.operation());
            if (operation == null) {
                tally.add(Finding.of(Finding.Kind.OPERATION_MISSING, entry.operation()));
            } else {
                var newest = latest.getOrDefault(operation.id(), entry);
                long by = sealed.getOrDefault(operation.id(), 0L);
                if (by != 0 && by != newest.number()) {
                    tally.add(Finding.of(Finding.Kind.OPERATION_ALTERED, operation.id()));
                }
                boolean last = by != 0 && newest.number() == entry.number();
                var stored = last && brief(entry, operation)
                        ? brief.getOrDefault(operation.id(), List.of())
                        : stored(entry, operation, last);
                check(entry, operation, last, stored, tally);
            }
        }
    }

    /** Whether all changes of the operation lie in one moment, as those of everyday writing do. */
    private static boolean brief(Entry entry, Operation operation) {
        return entry.part() == 1 && entry.changes() <= BRIEF && operation.at().equals(operation.endedAt());
    }

    /** The changes of all brief operations at once. */
    private Map<UUID, List<Stored>> brief(List<Entry> entries, Map<UUID, Operation> found) {
        var all = entries.stream()
                .filter(e -> found.containsKey(e.operation()))
                .map(e -> Objects.requireNonNull(found.get(e.operation())))
                .filter(o -> o.at().equals(o.endedAt()))
                .toList();
        var stored = new HashMap<UUID, List<Stored>>();
        if (!all.isEmpty()) {
            Reading.each(
                    sql,
                    SELECT + " FROM unnest(CAST(? AS text[]), ?) AS x (at, id) JOIN records.change h"
                            + " ON h.tenant_id = ? AND h.at = CAST(x.at AS timestamptz) AND h.operation_id = x.id"
                            + " ORDER BY h.operation_id, h.seq",
                    List.of(
                            all.stream().map(o -> o.at().toString()).toArray(String[]::new),
                            all.stream().map(Operation::id).toArray(UUID[]::new),
                            Tenancy.id()),
                    r -> stored.computeIfAbsent(r.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(Stored.of(r)));
        }
        return stored;
    }

    /** @param last whether the entry covers everything that the operation has, up to its end */
    private void check(Entry entry, Operation operation, boolean last, List<Stored> stored, Tally tally) {
        stored.forEach(s -> verify(s, tally));
        var lines = stored.stream().map(Stored::line).toList();
        tally.entry(lines.size());
        if (lines.size() != entry.changes()) {
            tally.add(Finding.of(
                    lines.size() < entry.changes() ? Finding.Kind.CHANGES_MISSING : Finding.Kind.CHANGES_ADDED,
                    operation.id(),
                    entry.changes(),
                    lines.size()));
        } else if (!Arrays.equals(entry.over(operation, lines), entry.digest())
                || altered(entry, operation)
                || last && otherwise(entry, operation)) {
            tally.add(Finding.of(Finding.Kind.OPERATION_ALTERED, operation.id()));
        }
    }

    private boolean altered(Entry entry, Operation operation) {
        boolean erased = Arrays.equals(entry.salt(), key.mark(entry.facts()));
        return !erased && !Arrays.equals(Entry.facts(operation, entry.salt()), entry.facts());
    }

    private static boolean otherwise(Entry entry, Operation operation) {
        return !operation.endedAt().equals(entry.endedAt())
                || operation.reversed() != entry.reversed()
                || operation.kept() != entry.kept()
                || operation.blocked() != entry.blocked()
                || !Objects.equals(operation.object(), entry.object());
    }

    /** The changes of the entry's part as they are now; behind the last part everything that is there. */
    private List<Stored> stored(Entry entry, Operation operation, boolean last) {
        var after = entry.part() == 1
                ? ChangePlace.START
                : store.before(entry).map(Entry::upto).orElse(ChangePlace.START);
        var upto = entry.upto() == null ? ChangePlace.START : entry.upto();
        var stored = new ArrayList<Stored>();
        Reading.each(
                sql,
                SELECT + " FROM records.change h WHERE h.tenant_id = ? AND h.operation_id = ?"
                        + " AND h.at >= ? AND h.at <= ? AND (h.at, h.seq) > (?, ?) AND (h.at, h.seq) <= (?, ?)"
                        + " ORDER BY h.at, h.seq",
                binds(operation, after, last ? end(operation) : upto),
                r -> stored.add(Stored.of(r)));
        return stored;
    }

    private static ChangePlace end(Operation operation) {
        return new ChangePlace(operation.endedAt(), Integer.MAX_VALUE);
    }

    private static List<Object> binds(Operation operation, ChangePlace after, ChangePlace upto) {
        var from = Sealer.from(after, operation);
        return List.of(
                Tenancy.id(),
                operation.id(),
                OperationLog.at(from.at()),
                OperationLog.at(upto.at()),
                OperationLog.at(from.at()),
                from.seq(),
                OperationLog.at(upto.at()),
                upto.seq());
    }

    private void verify(Stored stored, Tally tally) {
        var change = stored.change();
        boolean erased = change.before() == null && change.after() == null;
        if (erased && Arrays.equals(stored.salt(), key.mark(stored.digest()))) {
            tally.erased();
        } else if (!Arrays.equals(ChangeDigest.of(stored.salt(), change), stored.digest())) {
            tally.add(Finding.of(
                    erased ? Finding.Kind.EMPTIED : Finding.Kind.CHANGE_ALTERED,
                    change.operation(),
                    change.seq(),
                    change.object(),
                    change.record()));
        }
    }

    private static @Nullable ObjectNode node(@Nullable String json) {
        return json == null ? null : (ObjectNode) Values.parse(json);
    }

    /** Every change there is belongs to an operation, and every operation has as many as it says. */
    void count(Tally tally) {
        long counted = number("SELECT count(*) FROM records.change h WHERE h.tenant_id = ?");
        long expected = number("SELECT coalesce(sum(o.changes), 0) FROM records.operation o WHERE o.tenant_id = ?");
        if (counted != expected) {
            tally.add(Finding.of(Finding.Kind.COUNT, counted, expected));
        }
    }

    /** What bears the number of an entry behind the last seal was sealed by one that is gone. */
    void beyond(long last, Tally tally) {
        long entries = number("SELECT coalesce(max(e.number), 0) FROM records.seal_entry e WHERE e.tenant_id = ?");
        long marked = number("SELECT coalesce(max(o.sealed), 0) FROM records.operation o WHERE o.tenant_id = ?");
        for (long number = last + 1; number <= Math.max(entries, marked); number++) {
            tally.add(Finding.of(Finding.Kind.ENTRY_MISSING, number));
        }
    }

    long waiting() {
        return operations.waiting(MOST);
    }

    private long number(String query) {
        return sql.resultQuery(query, Tenancy.id()).fetchOptional(0, Long.class).orElse(0L);
    }
}
