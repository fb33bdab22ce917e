package relais.timeline;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import relais.platform.database.Rows;
import relais.platform.tenancy.Tenancy;

/** The rows of the timeline: an entry, and one row for each customer in whose thread it stands. */
@Repository
class EntryStore {
    private static final String INSIDE = "a.kind <> 'subsidiary' AND (a.started_on IS NULL OR a.started_on <="
            + " CAST(e.occurred_at AS date)) AND (a.ended_on IS NULL OR a.ended_on >= CAST(e.occurred_at AS date))";

    private final DSLContext sql;

    EntryStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Takes entries out of every thread; tells whose. */
    Set<UUID> withdraw(Collection<UUID> entries) {
        if (entries.isEmpty()) {
            return Set.of();
        }
        return sql.resultQuery(
                        "DELETE FROM timeline.entry_customer WHERE tenant_id = ? AND entry_id = ANY(?)"
                                + " RETURNING customer_id",
                        Tenancy.id(),
                        entries.toArray(UUID[]::new))
                .fetchSet(0, UUID.class);
    }

    /** Removes entries whose notes are gone altogether. */
    void forget(Collection<UUID> entries) {
        if (!entries.isEmpty()) {
            sql.query(
                            "DELETE FROM timeline.entry WHERE tenant_id = ? AND id = ANY(?)",
                            Tenancy.id(),
                            entries.toArray(UUID[]::new))
                    .execute();
        }
    }

    /** Writes the entries of new notes. */
    void make(List<Entry> entries) {
        var rows = new Rows(
                "timeline.entry",
                "id",
                "kind",
                "occurred_at",
                "recorded_at",
                "removed_at",
                "actor_id",
                "actor_name",
                "object",
                "record_id",
                "summary",
                "body",
                "pinned");
        entries.forEach(e -> rows.add(
                e.id(),
                e.kind(),
                at(e.occurredAt()),
                at(e.recordedAt()),
                at(e.removedAt()),
                e.author(),
                e.actorName(),
                "note",
                e.id(),
                e.summary(),
                e.body(),
                e.pinned()));
        rows.insert(sql);
    }

    /** Writes entries as their notes are now; who wrote one first and when stays. */
    void keep(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        sql.batch("UPDATE timeline.entry SET kind = ?, occurred_at = CAST(? AS timestamptz), removed_at = CAST(? AS"
                        + " timestamptz), summary = ?, body = ?, pinned = ? WHERE tenant_id = ? AND id = ?")
                .bind(entries.stream()
                        .map(e -> new @Nullable Object[] {
                            e.kind(),
                            at(e.occurredAt()),
                            at(e.removedAt()),
                            e.summary(),
                            e.body(),
                            e.pinned(),
                            Tenancy.id(),
                            e.id()
                        })
                        .toArray(Object[][]::new))
                .execute();
    }

    /** Puts entries into the threads of their customers and of the organisations these belonged to then; tells whose. */
    Set<UUID> spread(List<Entry> entries) {
        var rows = new Rows(
                "timeline.entry_customer",
                "customer_id",
                "occurred_at",
                "entry_id",
                "kind",
                "recorded_at",
                "folded",
                "private_to");
        var touched = new HashSet<UUID>();
        var folded = entries.parallelStream().map(Entry::folded).toList();
        for (int i = 0; i < folded.size(); i++) {
            var e = entries.get(i);
            rows.add(
                    e.customer(),
                    at(e.occurredAt()),
                    e.id(),
                    e.kind(),
                    at(e.recordedAt()),
                    folded.get(i),
                    e.privateTo());
            touched.add(e.customer());
        }
        rows.insert(sql);
        var members = members(touched);
        touched.addAll(spread(entries.stream()
                .filter(e -> members.contains(e.customer()))
                .map(Entry::id)
                .toArray(UUID[]::new)));
        return touched;
    }

    /** Those of these customers who belong, or belonged, to somebody. */
    private Set<UUID> members(Set<UUID> customers) {
        return customers.isEmpty()
                ? Set.of()
                : sql.resultQuery(
                                "SELECT a.person_id FROM customers.api_affiliation a WHERE a.tenant_id = ? AND"
                                        + " a.person_id = ANY(?)",
                                Tenancy.id(),
                                customers.toArray(UUID[]::new))
                        .fetchSet(0, UUID.class);
    }

    private Set<UUID> spread(UUID[] entries) {
        return entries.length == 0
                ? Set.of()
                : sql.resultQuery(
                                "INSERT INTO timeline.entry_customer (tenant_id, customer_id, occurred_at, entry_id, kind,"
                                        + " recorded_at, folded, private_to) SELECT DISTINCT e.tenant_id, a.organisation_id, e.occurred_at,"
                                        + " e.entry_id, e.kind, e.recorded_at, e.folded, e.private_to FROM timeline.entry_customer e JOIN"
                                        + " customers.api_affiliation a ON a.tenant_id = e.tenant_id AND a.person_id ="
                                        + " e.customer_id WHERE e.tenant_id = ? AND a.tenant_id = ? AND e.entry_id = ANY(?) AND "
                                        + INSIDE + " ON CONFLICT DO NOTHING RETURNING customer_id",
                                Tenancy.id(),
                                Tenancy.id(),
                                entries)
                        .fetchSet(0, UUID.class);
    }

    /** Shows a person's entries in an organisation's thread as their affiliation now says. */
    void align(Collection<Belonging> pairs) {
        var rows = pairs.stream()
                .map(p -> new Object[] {Tenancy.id(), Tenancy.id(), p.organisation(), p.person()})
                .toArray(Object[][]::new);
        sql.batch(
                        "DELETE FROM timeline.entry_customer e USING timeline.note n WHERE e.tenant_id = ? AND n.tenant_id = ?"
                                + " AND n.tenant_id = e.tenant_id AND n.id = e.entry_id AND e.customer_id = ? AND n.customer_id = ?")
                .bind(rows)
                .execute();
        sql.batch("INSERT INTO timeline.entry_customer (tenant_id, customer_id, occurred_at, entry_id, kind,"
                        + " recorded_at, folded, private_to) SELECT DISTINCT e.tenant_id, a.organisation_id, e.occurred_at, e.entry_id,"
                        + " e.kind, e.recorded_at, e.folded, e.private_to FROM timeline.entry_customer e JOIN timeline.note n ON n.tenant_id ="
                        + " e.tenant_id AND n.id = e.entry_id AND n.customer_id = e.customer_id JOIN"
                        + " customers.api_affiliation a ON a.tenant_id = e.tenant_id AND a.person_id = e.customer_id"
                        + " WHERE e.tenant_id = ? AND a.tenant_id = ? AND a.organisation_id = ? AND e.customer_id = ?"
                        + " AND " + INSIDE + " ON CONFLICT DO NOTHING")
                .bind(rows)
                .execute();
    }

    /** An organisation and someone who belongs, or belonged, to it. */
    record Belonging(UUID person, UUID organisation) {}

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
