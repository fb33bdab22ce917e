package relais.customers.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Actor;
import relais.platform.tenancy.Tenancy;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.types.Snapshot;
import relais.records.types.Values;

/** Whose data must stay for now: a reason, and an end or none; a hold goes on protecting whoever is in the trash. */
@Service
class Holds {
    private final DSLContext sql;
    private final Records records;
    private final Clock clock;

    Holds(DSLContext sql, Records records, Clock clock) {
        this.sql = sql;
        this.records = records;
        this.clock = clock;
    }

    /**
     * One hold that stands.
     *
     * @param title whom it protects
     */
    record Hold(
            UUID id,
            UUID customer,
            String title,
            String reason,
            @Nullable LocalDate until) {}

    /** The holds that stand for this customer. */
    @Transactional(readOnly = true)
    public List<Hold> of(UUID customer) {
        return fetch(Set.of(customer), 100);
    }

    /** Those of these customers whom a hold protects. */
    @Transactional(readOnly = true)
    public Set<UUID> among(Collection<UUID> customers) {
        return Set.copyOf(fetch(customers, 10_000).stream().map(Hold::customer).toList());
    }

    private List<Hold> fetch(Collection<UUID> customers, int most) {
        return sql.resultQuery("""
                        SELECT h.id, h.customer_id, h.reason, h.until_on FROM customers.legal_hold h
                        WHERE h.tenant_id = ? AND h.customer_id = ANY(?)
                          AND (h.until_on IS NULL OR h.until_on >= ?) ORDER BY h.id LIMIT ?""", Tenancy.id(), customers.toArray(UUID[]::new), today(), most)
                .fetch(r -> new Hold(
                        r.get(0, UUID.class),
                        r.get(1, UUID.class),
                        "",
                        r.get(2, String.class),
                        r.get(3, LocalDate.class)));
    }

    /** Every hold that stands in the workspace. */
    @Transactional(readOnly = true)
    public List<Hold> all() {
        return sql.resultQuery("""
                        SELECT h.id, h.customer_id, coalesce(c.name, c.reference, ''), h.reason, h.until_on
                        FROM customers.legal_hold h
                        JOIN customers.customer c ON c.tenant_id = h.tenant_id AND c.id = h.customer_id
                        WHERE h.tenant_id = ? AND c.tenant_id = ?
                          AND (h.until_on IS NULL OR h.until_on >= ?) ORDER BY h.until_on NULLS LAST, h.id LIMIT 500""", Tenancy.id(), Tenancy.id(), today())
                .fetch(r -> new Hold(
                        r.get(0, UUID.class),
                        r.get(1, UUID.class),
                        r.get(2, String.class),
                        r.get(3, String.class),
                        r.get(4, LocalDate.class)));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }

    /** Holds a customer's data. */
    @Transactional
    public Operated<?> put(UUID customer, String title, String reason, @Nullable LocalDate until) {
        var values = Values.object();
        values.put("customer", customer.toString());
        values.put("reason", reason);
        values.put("until", until == null ? null : until.toString());
        values.put("author", Actor.current().id().toString());
        return records.write(Intent.of("hold.put", title), w -> w.create(HoldDescription.NAME, values));
    }

    /** Lifts a hold: it ended yesterday, and stays known. */
    @Transactional
    public Operated<?> lift(UUID id, String title) {
        var hold = records.find(HoldDescription.NAME, List.of(id)).get(id);
        var values = Values.object().put("until", today().minusDays(1).toString());
        if (hold != null && hold.deleted()) {
            values.set(Snapshot.DELETED, hold.value(Snapshot.DELETED)); // it stays in the trash with its customer
        }
        return records.write(Intent.of("hold.lift", title), w -> w.update(HoldDescription.NAME, id, null, values));
    }
}
