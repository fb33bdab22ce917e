package relais.records.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Values;
import tools.jackson.databind.node.JsonNodeFactory;

/** What undos did not restore, kept so that the operations page can say so weeks later. */
@Component
public class UndoRemainders {
    /**
     * One record that an undo left as it is.
     *
     * @param outcome {@code kept} or {@code blocked}
     * @param reason message key {@code undo.<outcome>.<reason>}
     */
    public record Row(String object, UUID record, String outcome, String reason, List<Object> args) {}

    private static final String SELECT = "SELECT u.object, u.record_id, u.outcome, u.reason, u.args FROM"
            + " records.undo_remainder u WHERE u.tenant_id = ? AND u.undo_id = ?";

    private final DSLContext sql;

    UndoRemainders(DSLContext sql) {
        this.sql = sql;
    }

    /** Keeps what an undo left as it is, behind so many that it left before. */
    public void save(UUID undo, int before, List<Row> remainders) {
        var rows = new ArrayList<Object[]>();
        for (var r : remainders) {
            var args = JsonNodeFactory.instance.arrayNode();
            r.args().forEach(a -> args.add(String.valueOf(a)));
            rows.add(new Object[] {
                Tenancy.id(),
                undo,
                before + rows.size(),
                r.object(),
                r.record(),
                r.outcome(),
                r.reason(),
                Values.json(args)
            });
        }
        if (!rows.isEmpty()) {
            sql.batch("INSERT INTO records.undo_remainder (tenant_id, undo_id, seq, object, record_id, outcome, reason,"
                            + " args) VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb))")
                    .bind(rows.toArray(Object[][]::new))
                    .execute();
        }
    }

    /** What an undo left with this outcome, at most this many. */
    public List<Row> of(UUID undo, String outcome, int limit) {
        return sql.resultQuery(
                        SELECT + " AND u.outcome = ? ORDER BY u.seq LIMIT ?", Tenancy.id(), undo, outcome, limit)
                .fetch(UndoRemainders::row);
    }

    /** Why an undo kept this record as it is. */
    public Optional<Row> kept(UUID undo, UUID record) {
        return sql.resultQuery(
                        SELECT + " AND u.record_id = ? AND u.outcome = ? ORDER BY u.seq LIMIT 1",
                        Tenancy.id(),
                        undo,
                        record,
                        Remainder.KEPT)
                .fetchOptional(UndoRemainders::row);
    }

    private static Row row(Record r) {
        return new Row(
                r.get(0, String.class),
                r.get(1, UUID.class),
                r.get(2, String.class),
                r.get(3, String.class),
                args(r.get(4, JSONB.class)));
    }

    private static List<Object> args(JSONB json) {
        var args = new ArrayList<Object>();
        Values.parse(json.data()).forEach(a -> args.add(a.asString()));
        return args;
    }
}
