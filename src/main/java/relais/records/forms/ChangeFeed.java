package relais.records.forms;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Actor;
import relais.platform.tenancy.Tenancy;
import relais.records.changes.Change;
import relais.records.changes.Intent;
import relais.records.changes.Operation;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;
import relais.ui.Face;
import tools.jackson.databind.node.ObjectNode;

/** A record's changes page by page, each with the operation it belongs to. */
@Service
public class ChangeFeed {
    private static final int CAP = 1_001;

    private final DSLContext sql;
    private final ObjectTypes types;

    ChangeFeed(DSLContext sql, ObjectTypes types) {
        this.sql = sql;
        this.types = types;
    }

    /** A change and why it happened. */
    public record Told(Change change, Operation operation) {}

    /** The record's changes in this span, newest first. */
    @Transactional(readOnly = true)
    public List<Told> page(
            UUID record, Instant until, @Nullable Instant before, @Nullable UUID beforeOperation, int limit) {
        var binds = new ArrayList<Object>(List.of(Tenancy.id(), Tenancy.id(), record, until.atOffset(ZoneOffset.UTC)));
        var cut = "";
        if (before != null && beforeOperation != null) {
            cut = " AND (h.at, h.operation_id) < (CAST(? AS timestamptz), ?)";
            binds.add(before.atOffset(ZoneOffset.UTC));
            binds.add(beforeOperation);
        }
        binds.add(limit);
        return sql.resultQuery(
                        "SELECT h.at, h.operation_id, h.seq, h.object, h.record_id, h.version_before, h.version_after,"
                                + " h.before, h.after, o.at AS begun, o.actor_kind, o.actor_id, o.actor_name, o.intent, o.args,"
                                + " o.origin, o.changes, o.undo_of, o.undone_by FROM records.change h JOIN records.operation o ON"
                                + " o.tenant_id = h.tenant_id AND o.id = h.operation_id WHERE h.tenant_id = ? AND"
                                + " o.tenant_id = ? AND h.record_id = ? AND h.at <= CAST(? AS timestamptz)" + cut
                                + " ORDER BY h.at DESC, h.operation_id DESC LIMIT ?",
                        binds.toArray())
                .fetch(this::told);
    }

    private Told told(org.jooq.Record r) {
        var change = new Change(
                r.get("at", OffsetDateTime.class).toInstant(),
                r.get("operation_id", UUID.class),
                r.get("seq", Integer.class),
                r.get("object", String.class),
                r.get("record_id", UUID.class),
                r.get("version_before", Integer.class),
                r.get("version_after", Integer.class),
                node(r.get("before", JSONB.class)),
                node(r.get("after", JSONB.class)));
        return new Told(types.find(change.object()).map(change::seen).orElse(change), operation(r, change));
    }

    private static Operation operation(org.jooq.Record r, Change change) {
        var begun = r.get("begun", OffsetDateTime.class).toInstant();
        var args = new LinkedHashMap<String, String>();
        Values.parse(r.get("args", JSONB.class).data())
                .properties()
                .forEach(e -> args.put(e.getKey(), e.getValue().asString()));
        return new Operation(
                change.operation(),
                begun,
                begun,
                Actor.Kind.valueOf(r.get("actor_kind", String.class)),
                r.get("actor_id", UUID.class),
                r.get("actor_name", String.class),
                new Intent(r.get("intent", String.class), args),
                r.get("origin", String.class),
                change.object(),
                r.get("changes", Integer.class),
                r.get("undo_of", UUID.class),
                r.get("undone_by", UUID.class),
                0,
                0,
                0);
    }

    private static @Nullable ObjectNode node(@Nullable JSONB json) {
        return json == null ? null : (ObjectNode) Values.parse(json.data());
    }

    /** How many changes the record has, or had at the moment, up to some 1,000. */
    @Transactional(readOnly = true)
    public int count(UUID record, @Nullable Instant moment) {
        return Objects.requireNonNull(sql.resultQuery(
                        "SELECT count(*) FROM (SELECT FROM records.change h WHERE h.tenant_id = ? AND h.record_id = ?"
                                + " AND h.at <= coalesce(CAST(? AS timestamptz), 'infinity') LIMIT ?) x",
                        Tenancy.id(),
                        record,
                        moment == null ? null : moment.atOffset(ZoneOffset.UTC),
                        CAP)
                .fetchSingle(0, Integer.class));
    }

    /** How many changes of the record each month has. */
    @Transactional(readOnly = true)
    public Map<YearMonth, Integer> months(UUID record) {
        var months = new LinkedHashMap<YearMonth, Integer>();
        sql.resultQuery(
                        "SELECT date_trunc('month', h.at AT TIME ZONE ?) AS m, count(*) FROM records.change h WHERE"
                                + " h.tenant_id = ? AND h.record_id = ? GROUP BY m",
                        Face.current().zone().getId(),
                        Tenancy.id(),
                        record)
                .fetch()
                .forEach(r -> months.put(YearMonth.from(r.get(0, LocalDateTime.class)), r.get(1, Integer.class)));
        return months;
    }
}
