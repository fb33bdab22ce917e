package relais.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import relais.platform.database.Reading;
import relais.platform.tenancy.Tenancy;
import relais.ui.Face;

/** Reads the entries that are shown, and how many there are. */
@Repository
class ThreadQueries {
    private static final int CAP = 10_001;
    private static final int PINNED = 20;
    private static final int PERHAPS_PINNED = 100;

    private final DSLContext sql;
    private final UnseenPeople unseen;

    ThreadQueries(DSLContext sql, UnseenPeople unseen) {
        this.sql = sql;
        this.unseen = unseen;
    }

    /** An entry as it is stored. */
    record Stored(
            UUID id,
            String kind,
            Instant occurredAt,
            String actorName,
            @Nullable UUID author,
            String body,
            boolean pinned,
            @Nullable UUID customer,
            Instant updatedAt,
            boolean personal) {}

    /** These entries by their ids. */
    Map<UUID, Stored> entries(Collection<UUID> ids) {
        var found = new LinkedHashMap<UUID, Stored>();
        if (ids.isEmpty()) {
            return found;
        }
        var binds = new ArrayList<Object>(List.of(Tenancy.id(), Tenancy.id(), Reading.any(ids)));
        var kept = PersonalNotes.notes(binds);
        Reading.each(
                sql,
                "SELECT t.id, t.kind, t.occurred_at, t.actor_name, t.actor_id, coalesce(t.body, t.summary),"
                        + " t.pinned, n.customer_id, coalesce(n.updated_at, t.recorded_at), n.personal FROM timeline.entry t"
                        + " LEFT JOIN timeline.note n ON n.tenant_id = t.tenant_id AND n.id = t.record_id AND"
                        + " n.tenant_id = ? WHERE t.tenant_id = ? AND t.id = ANY(?)" + kept,
                binds,
                row -> {
                    var entry = stored(row);
                    found.put(entry.id(), entry);
                });
        return found;
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getBoolean(7),
                row.getObject(8, UUID.class),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getBoolean(10));
    }

    /** The ids of the customer's pinned notes, newest first. */
    List<UUID> pinned(UUID customer) {
        var binds = new ArrayList<Object>(List.of(Tenancy.id(), customer));
        var kept = PersonalNotes.notes(binds);
        binds.add(PINNED);
        return sql.resultQuery(
                        "SELECT n.id FROM timeline.note n WHERE n.tenant_id = ? AND n.customer_id = ? AND n.pinned AND"
                                + " n.deleted_at IS NULL" + kept + " ORDER BY n.occurred_at DESC LIMIT ?",
                        binds.toArray())
                .fetch(0, UUID.class);
    }

    /** The notes that may have been pinned at the moment: written before it, and pinned today or changed since. */
    List<UUID> perhapsPinned(UUID customer, Instant moment) {
        return sql.resultQuery(
                        "SELECT n.id FROM timeline.note n WHERE n.tenant_id = ? AND n.customer_id = ? AND n.created_at <="
                                + " CAST(? AS timestamptz) AND (n.pinned OR n.updated_at > CAST(? AS timestamptz) OR"
                                + " n.deleted_at > CAST(? AS timestamptz)) ORDER BY n.occurred_at DESC LIMIT ?",
                        Tenancy.id(),
                        customer,
                        at(moment),
                        at(moment),
                        at(moment),
                        PERHAPS_PINNED)
                .fetch(0, UUID.class);
    }

    /** How many entries of each kind there are today or were at the moment, up to some 10,000 in all. */
    Map<String, Integer> counts(UUID customer, @Nullable Instant moment) {
        var counts = new LinkedHashMap<String, Integer>();
        var binds = new ArrayList<Object>(List.of(Tenancy.id(), customer));
        var kinds = "SELECT e.kind FROM timeline.entry_customer e WHERE e.tenant_id = ? AND e.customer_id = ?"
                + unseen.leftOut(customer, binds);
        if (moment == null) {
            count(counts, kinds, binds);
        } else {
            binds.addAll(List.of(Tenancy.id(), at(moment)));
            count(counts, kinds + " AND " + ThreadPlaces.RECORDED + " <= CAST(? AS timestamptz)", binds);
            var removed = new ArrayList<Object>(List.of(Tenancy.id(), customer, at(moment), at(moment)));
            count(
                    counts,
                    "SELECT n.kind FROM timeline.note n WHERE n.tenant_id = ? AND n.customer_id = ? AND"
                            + " n.deleted_at > CAST(? AS timestamptz) AND n.created_at <= CAST(? AS timestamptz)"
                            + PersonalNotes.notes(removed),
                    removed);
        }
        return counts;
    }

    private void count(Map<String, Integer> counts, String kinds, List<Object> binds) {
        var all = new ArrayList<>(binds);
        all.add(CAP);
        sql.resultQuery("SELECT x.kind, count(*) FROM (" + kinds + " LIMIT ?) x GROUP BY x.kind", all.toArray())
                .fetch()
                .forEach(r -> counts.merge(r.get(0, String.class), r.get(1, Integer.class), Integer::sum));
    }

    /** How many entries were recorded after the moment. */
    int recordedSince(UUID customer, Instant moment) {
        var binds = new ArrayList<Object>(List.of(Tenancy.id(), customer));
        var entries = "SELECT FROM timeline.entry_customer e WHERE e.tenant_id = ? AND e.customer_id = ?"
                + unseen.leftOut(customer, binds) + " AND " + ThreadPlaces.RECORDED + " > CAST(? AS timestamptz)";
        binds.addAll(List.of(Tenancy.id(), at(moment), CAP));
        return Objects.requireNonNull(
                sql.resultQuery("SELECT count(*) FROM (" + entries + " LIMIT ?) x", binds.toArray())
                        .fetchSingle(0, Integer.class));
    }

    /** How many entries each month has. */
    Map<YearMonth, Integer> months(UUID customer) {
        var months = new LinkedHashMap<YearMonth, Integer>();
        var binds = new ArrayList<Object>(List.of(Face.current().zone().getId(), Tenancy.id(), customer));
        sql.resultQuery(
                        "SELECT date_trunc('month', e.occurred_at AT TIME ZONE ?) AS m, count(*) FROM"
                                + " timeline.entry_customer e WHERE e.tenant_id = ? AND e.customer_id = ?"
                                + unseen.leftOut(customer, binds) + " GROUP BY m",
                        binds.toArray())
                .fetch()
                .forEach(r -> months.put(YearMonth.from(r.get(0, LocalDateTime.class)), r.get(1, Integer.class)));
        return months;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
