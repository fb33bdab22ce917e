package relais.records.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.platform.database.Rows;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Values;

/** What became of each row of a run. */
@Component
class RowJournal {
    private final DSLContext sql;

    RowJournal(DSLContext sql) {
        this.sql = sql;
    }

    /** What a row came to. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        /** A likely duplicate that nobody decided about. */
        ASIDE,
        REJECTED
    }

    /** One row's fate. */
    record Entry(
            long number,
            long line,
            Outcome outcome,
            @Nullable UUID record,
            List<RowProblem> problems) {}

    void append(UUID id, List<Entry> entries) {
        var rows = new Rows("records.import_row", "import_id", "number", "line", "outcome", "record_id", "problems");
        entries.forEach(e -> rows.add(
                id,
                e.number(),
                e.line(),
                e.outcome().name(),
                e.record(),
                e.problems().isEmpty() ? null : JSONB.valueOf(RowProblem.json(e.problems()))));
        rows.insert(sql);
    }

    /** The record that an earlier row became. */
    Optional<UUID> record(UUID id, long number) {
        return sql.resultQuery(
                        "SELECT j.record_id FROM records.import_row j WHERE j.tenant_id = ? AND j.import_id = ? AND"
                                + " j.number = ? AND j.record_id IS NOT NULL",
                        Tenancy.id(),
                        id,
                        number)
                .fetchOptional(0, UUID.class);
    }

    /** The records of these rows, by row number. */
    Map<Long, UUID> records(UUID id, long from, long to) {
        var records = new HashMap<Long, UUID>();
        sql.resultQuery(
                        "SELECT j.number, j.record_id FROM records.import_row j WHERE j.tenant_id = ? AND j.import_id = ?"
                                + " AND j.number BETWEEN ? AND ? AND j.record_id IS NOT NULL",
                        Tenancy.id(),
                        id,
                        from,
                        to)
                .fetch()
                .forEach(r -> records.put(r.get(0, Long.class), r.get(1, UUID.class)));
        return records;
    }

    /** Rows that were not taken, in their order, behind this one. */
    List<Entry> refused(UUID id, long after, int limit) {
        return sql.resultQuery(
                        "SELECT j.number, j.line, j.outcome, j.problems FROM records.import_row j WHERE j.tenant_id = ? AND"
                                + " j.import_id = ? AND j.outcome = ANY(?) AND j.number > ? ORDER BY j.number LIMIT ?",
                        Tenancy.id(),
                        id,
                        new String[] {Outcome.ASIDE.name(), Outcome.REJECTED.name()},
                        after,
                        limit)
                .fetch(r -> {
                    var problems = r.get(3, JSONB.class);
                    return new Entry(
                            r.get(0, Long.class),
                            r.get(1, Long.class),
                            Outcome.valueOf(r.get(2, String.class)),
                            null,
                            problems == null ? List.of() : RowProblem.parse(Values.parse(problems.data())));
                });
    }
}
