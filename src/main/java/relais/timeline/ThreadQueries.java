package relais.timeline;

import java.time.Instant;
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
import relais.platform.tenancy.Tenancy;
import relais.ui.Face;

/** Reads threads: their order from one index, then only the rows that are shown. */
@Repository
class ThreadQueries {
    private static final int CAP = 10_001;

    private final DSLContext sql;

    ThreadQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Where an entry stands in a thread. */
    record Place(Instant occurredAt, UUID entry) {}

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
            Instant updatedAt) {}

    /** The places of the entries before this one, newest first. */
    List<Place> places(UUID customer, String kind, String query, @Nullable Place before, int limit) {
        var where = new StringBuilder("e.tenant_id = ? AND e.customer_id = ?");
        var binds = new ArrayList<Object>(List.of(Tenancy.id(), customer));
        if (before != null) {
            where.append(" AND (e.occurred_at, e.entry_id) < (CAST(? AS timestamptz), ?)");
            binds.add(at(before.occurredAt()));
            binds.add(before.entry());
        }
        if (!kind.isEmpty()) {
            where.append(" AND e.kind = ?");
            binds.add(kind);
        }
        if (!query.isEmpty()) {
            where.append(" AND EXISTS (SELECT FROM timeline.entry t WHERE t.tenant_id = ? AND t.tenant_id = e.tenant_id"
                    + " AND t.id = e.entry_id AND t.body ILIKE ?)");
            binds.add(Tenancy.id());
            binds.add("%" + query.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        binds.add(limit);
        return places(
                "SELECT e.occurred_at, e.entry_id FROM timeline.entry_customer e WHERE " + where
                        + " ORDER BY e.occurred_at DESC, e.entry_id DESC LIMIT ?",
                binds);
    }

    /** The places of what had been recorded at this moment and was not removed yet, newest first. */
    List<Place> placesThen(UUID customer, String kind, Instant moment, @Nullable Place before, int limit) {
        var binds = new ArrayList<Object>();
        var live = then(
                "SELECT e.occurred_at, e.entry_id FROM timeline.entry_customer e JOIN timeline.entry t ON t.tenant_id ="
                        + " e.tenant_id AND t.id = e.entry_id WHERE e.tenant_id = ? AND t.tenant_id = ? AND e.customer_id = ?"
                        + " AND t.recorded_at <= CAST(? AS timestamptz)",
                "e.kind",
                "e.occurred_at, e.entry_id",
                List.of(Tenancy.id(), Tenancy.id(), customer, at(moment)),
                kind,
                before,
                limit,
                binds);
        var removed = then(
                "SELECT n.occurred_at, n.id FROM timeline.note n JOIN timeline.entry t ON t.tenant_id = n.tenant_id AND"
                        + " t.id = n.id WHERE n.tenant_id = ? AND t.tenant_id = ? AND n.customer_id = ? AND n.deleted_at >"
                        + " CAST(? AS timestamptz) AND t.recorded_at <= CAST(? AS timestamptz)",
                "n.kind",
                "n.occurred_at, n.id",
                List.of(Tenancy.id(), Tenancy.id(), customer, at(moment), at(moment)),
                kind,
                before,
                limit,
                binds);
        binds.add(limit);
        return places(
                "SELECT x.occurred_at, x.entry_id FROM (" + live + " UNION ALL " + removed
                        + ") AS x(occurred_at, entry_id) ORDER BY x.occurred_at DESC, x.entry_id DESC LIMIT ?",
                binds);
    }

    /** One branch of the former thread, cut as early as its index lets it. */
    private static String then(
            String select,
            String kindColumn,
            String order,
            List<Object> first,
            String kind,
            @Nullable Place before,
            int limit,
            List<Object> binds) {
        var query = new StringBuilder(select);
        binds.addAll(first);
        if (!kind.isEmpty()) {
            query.append(" AND ").append(kindColumn).append(" = ?");
            binds.add(kind);
        }
        if (before != null) {
            query.append(" AND (").append(order).append(") < (CAST(? AS timestamptz), ?)");
            binds.add(at(before.occurredAt()));
            binds.add(before.entry());
        }
        binds.add(limit);
        return "(" + query + " ORDER BY " + order.replace(",", " DESC,") + " DESC LIMIT ?)";
    }

    private List<Place> places(String query, List<Object> binds) {
        return sql.resultQuery(query, binds.toArray())
                .fetch(r -> new Place(r.get(0, OffsetDateTime.class).toInstant(), r.get(1, UUID.class)));
    }

    /** These entries, in their order. */
    Map<UUID, Stored> entries(Collection<UUID> ids) {
        var found = new LinkedHashMap<UUID, Stored>();
        if (ids.isEmpty()) {
            return found;
        }
        sql.resultQuery(
                        "SELECT t.id, t.kind, t.occurred_at, t.actor_name, t.actor_id, coalesce(t.body, t.summary),"
                                + " t.pinned, n.customer_id, coalesce(n.updated_at, t.recorded_at) FROM timeline.entry t LEFT"
                                + " JOIN timeline.note n ON n.tenant_id = t.tenant_id AND n.id = t.record_id AND"
                                + " n.tenant_id = ? WHERE t.tenant_id = ? AND t.id = ANY(?)",
                        Tenancy.id(),
                        Tenancy.id(),
                        ids.toArray(UUID[]::new))
                .fetch(ThreadQueries::stored)
                .forEach(e -> found.put(e.id(), e));
        return found;
    }

    private static Stored stored(org.jooq.Record r) {
        return new Stored(
                r.get(0, UUID.class),
                r.get(1, String.class),
                r.get(2, OffsetDateTime.class).toInstant(),
                r.get(3, String.class),
                r.get(4, UUID.class),
                r.get(5, String.class),
                r.get(6, Boolean.class),
                r.get(7, UUID.class),
                r.get(8, OffsetDateTime.class).toInstant());
    }

    /** The ids of the customer's pinned notes, newest first. */
    List<UUID> pinned(UUID customer) {
        return sql.resultQuery(
                        "SELECT n.id FROM timeline.note n WHERE n.tenant_id = ? AND n.customer_id = ? AND n.pinned AND"
                                + " n.deleted_at IS NULL ORDER BY n.occurred_at DESC LIMIT 20",
                        Tenancy.id(),
                        customer)
                .fetch(0, UUID.class);
    }

    /** How many entries of each kind there are, up to some 10,000 in all. */
    Map<String, Integer> counts(UUID customer) {
        var counts = new LinkedHashMap<String, Integer>();
        sql.resultQuery(
                        "SELECT x.kind, count(*) FROM (SELECT e.kind FROM timeline.entry_customer e WHERE e.tenant_id = ?"
                                + " AND e.customer_id = ? LIMIT ?) x GROUP BY x.kind",
                        Tenancy.id(),
                        customer,
                        CAP)
                .fetch()
                .forEach(r -> counts.put(r.get(0, String.class), r.get(1, Integer.class)));
        return counts;
    }

    /** How many entries were recorded after the moment. */
    int recordedSince(UUID customer, Instant moment) {
        return Objects.requireNonNull(sql.resultQuery(
                        "SELECT count(*) FROM (SELECT FROM timeline.entry_customer e JOIN timeline.entry t ON t.tenant_id ="
                                + " e.tenant_id AND t.id = e.entry_id WHERE e.tenant_id = ? AND t.tenant_id = ? AND"
                                + " e.customer_id = ? AND t.recorded_at > CAST(? AS timestamptz) LIMIT ?) x",
                        Tenancy.id(),
                        Tenancy.id(),
                        customer,
                        at(moment),
                        CAP)
                .fetchSingle(0, Integer.class));
    }

    /** How many entries each month has. */
    Map<YearMonth, Integer> months(UUID customer) {
        var months = new LinkedHashMap<YearMonth, Integer>();
        sql.resultQuery(
                        "SELECT to_char(e.occurred_at AT TIME ZONE ?, 'YYYY-MM') AS m, count(*) FROM"
                                + " timeline.entry_customer e WHERE e.tenant_id = ? AND e.customer_id = ? GROUP BY m",
                        Face.current().zone().getId(),
                        Tenancy.id(),
                        customer)
                .fetch()
                .forEach(r -> months.put(YearMonth.parse(r.get(0, String.class)), r.get(1, Integer.class)));
        return months;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
