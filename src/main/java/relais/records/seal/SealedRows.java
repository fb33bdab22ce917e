package relais.records.seal;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    void check(List<Entry> entries, Tally tally) {
        var ids = entries.stream().map(Entry::operation).distinct().toList();
        var found = operations.find(ids);
        var latest = store.latest(ids);
        var sealed = operations.sealed(ids);
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
                check(entry, operation, by != 0 && newest.number() == entry.number(), tally);
            }
        }
    }

    /** @param last whether the entry covers everything that the operation has, up to its end */
    private void check(Entry entry, Operation operation, boolean last, Tally tally) {
        var lines = lines(entry, operation, last, tally);
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
    private List<Entry.Line> lines(Entry entry, Operation operation, boolean last, Tally tally) {
        var after = entry.part() == 1
                ? ChangePlace.START
                : store.before(entry).map(Entry::upto).orElse(ChangePlace.START);
        var upto = entry.upto() == null ? ChangePlace.START : entry.upto();
        var lines = new ArrayList<Entry.Line>();
        Reading.each(
                sql,
                "SELECT h.at, h.seq, h.object, h.record_id, h.version_before, h.version_after, h.digest, h.salt,"
                        + " h.before, h.after FROM records.change h WHERE h.tenant_id = ? AND h.operation_id = ?"
                        + " AND h.at >= ? AND h.at <= ? AND (h.at, h.seq) > (?, ?) AND (h.at, h.seq) <= (?, ?)"
                        + " ORDER BY h.at, h.seq",
                binds(operation, after, last ? end(operation) : upto),
                r -> {
                    var change = new Change(
                            r.getObject(1, OffsetDateTime.class).toInstant(),
                            operation.id(),
                            r.getInt(2),
                            r.getString(3),
                            r.getObject(4, UUID.class),
                            r.getObject(5, Integer.class),
                            r.getObject(6, Integer.class),
                            node(r.getString(9)),
                            node(r.getString(10)));
                    var digest = r.getBytes(7);
                    verify(change, r.getBytes(8), digest, tally);
                    lines.add(new Entry.Line(
                            change.at(),
                            change.seq(),
                            change.object(),
                            change.record(),
                            change.versionBefore(),
                            change.versionAfter(),
                            digest));
                });
        return lines;
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

    private void verify(Change change, byte[] salt, byte[] digest, Tally tally) {
        boolean erased = change.before() == null && change.after() == null;
        if (erased && Arrays.equals(salt, key.mark(digest))) {
            tally.erased();
        } else if (!Arrays.equals(ChangeDigest.of(salt, change), digest)) {
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
