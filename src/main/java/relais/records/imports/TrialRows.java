package relais.records.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The rows that a dry run shows, and what was decided about them. */
@Component
class TrialRows {
    private static final String COLUMNS =
            "t.number, t.line, t.outcome, t.title, t.record_id, t.other_number, t.detail, t.decision, t.skipped";

    private final DSLContext sql;

    TrialRows(DSLContext sql) {
        this.sql = sql;
    }

    /** What a dry run found. */
    enum Outcome {
        CHANGED,
        DUPLICATE,
        REJECTED
    }

    /** What was decided about a likely duplicate. */
    enum Decision {
        LINK,
        CREATE
    }

    /**
     * One shown row.
     *
     * @param record the existing record that it changes or resembles
     * @param other the earlier row of the file that it resembles
     */
    record Shown(
            long number,
            long line,
            Outcome outcome,
            String title,
            @Nullable UUID record,
            @Nullable Long other,
            JsonNode detail,
            @Nullable Decision decision,
            Set<String> skipped) {

        static Shown of(
                long number,
                long line,
                Outcome outcome,
                String title,
                @Nullable UUID record,
                @Nullable Long other,
                JsonNode detail) {
            return new Shown(number, line, outcome, title, record, other, detail, null, Set.of());
        }
    }

    void clear(UUID id) {
        sql.query("DELETE FROM records.import_trial WHERE tenant_id = ? AND import_id = ?", Tenancy.id(), id)
                .execute();
    }

    void append(UUID id, List<Shown> shown) {
        var rows = new ArrayList<Object[]>(shown.size());
        shown.forEach(s -> rows.add(new Object[] {
            Tenancy.id(),
            id,
            s.number(),
            s.line(),
            s.outcome().name(),
            s.title(),
            s.record(),
            s.other(),
            Values.json(s.detail())
        }));
        if (!rows.isEmpty()) {
            sql.batch("INSERT INTO records.import_trial (tenant_id, import_id, number, line, outcome, title, record_id,"
                            + " other_number, detail) VALUES (?, ?, ?, ?, ?, ?, CAST(? AS uuid), CAST(? AS bigint),"
                            + " CAST(? AS jsonb))")
                    .bind(rows.toArray(Object[][]::new))
                    .execute();
        }
    }

    /** Rows of one outcome behind this row number. */
    List<Shown> page(UUID id, Outcome outcome, long after, int limit) {
        return sql.resultQuery(
                        "SELECT " + COLUMNS
                                + " FROM records.import_trial t WHERE t.tenant_id = ? AND t.import_id = ? AND"
                                + " t.outcome = ? AND t.number > ? ORDER BY t.number LIMIT ?",
                        Tenancy.id(),
                        id,
                        outcome.name(),
                        after,
                        limit)
                .fetch(TrialRows::read);
    }

    /** What was found and decided about rows in this range, by row number. */
    Map<Long, Shown> between(UUID id, long from, long to) {
        var rows = new HashMap<Long, Shown>();
        sql.resultQuery(
                        "SELECT " + COLUMNS
                                + " FROM records.import_trial t WHERE t.tenant_id = ? AND t.import_id = ? AND"
                                + " t.number BETWEEN ? AND ? AND t.outcome <> 'REJECTED'",
                        Tenancy.id(),
                        id,
                        from,
                        to)
                .fetch(TrialRows::read)
                .forEach(s -> rows.put(s.number(), s));
        return rows;
    }

    boolean decide(UUID id, long number, Decision decision) {
        return sql.query(
                                "UPDATE records.import_trial SET decision = ? WHERE tenant_id = ? AND import_id = ? AND"
                                        + " number = ? AND outcome = 'DUPLICATE'",
                                decision.name(),
                                Tenancy.id(),
                                id,
                                number)
                        .execute()
                == 1;
    }

    /** Decides every likely duplicate that is not decided yet as advised. */
    void adviseAll(UUID id) {
        sql.query(
                        "UPDATE records.import_trial SET decision = detail ->> 'advice' WHERE tenant_id = ? AND import_id ="
                                + " ? AND outcome = 'DUPLICATE' AND decision IS NULL",
                        Tenancy.id(),
                        id)
                .execute();
    }

    int undecided(UUID id) {
        return sql.resultQuery(
                        "SELECT count(*) FROM records.import_trial t WHERE t.tenant_id = ? AND t.import_id = ? AND"
                                + " t.outcome = 'DUPLICATE' AND t.decision IS NULL",
                        Tenancy.id(),
                        id)
                .fetchSingle()
                .get(0, Integer.class);
    }

    void skip(UUID id, long number, Set<String> fields) {
        var array = JsonNodeFactory.instance.arrayNode();
        fields.forEach(array::add);
        sql.query(
                        "UPDATE records.import_trial SET skipped = CAST(? AS jsonb) WHERE tenant_id = ? AND import_id = ?"
                                + " AND number = ? AND outcome = 'CHANGED'",
                        Values.json(array),
                        Tenancy.id(),
                        id,
                        number)
                .execute();
    }

    private static Shown read(Record r) {
        var skipped = new HashSet<String>();
        var json = r.get(8, JSONB.class);
        if (json != null) {
            Values.parse(json.data()).forEach(f -> skipped.add(f.asString("")));
        }
        var decision = r.get(7, String.class);
        return new Shown(
                r.get(0, Long.class),
                r.get(1, Long.class),
                Outcome.valueOf(r.get(2, String.class)),
                r.get(3, String.class),
                r.get(4, UUID.class),
                r.get(5, Long.class),
                Values.parse(r.get(6, JSONB.class).data()),
                decision == null ? null : Decision.valueOf(decision),
                skipped);
    }
}
