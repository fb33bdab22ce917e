package relais.integration.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;

/**
 * Takes messages to send, with a lease: what is sent is committed before any socket is touched. A message waits while an
 * earlier one of the same record is on its way, so that nobody learns of things in the wrong order.
 */
@Repository
class Claims {
    static final Duration LEASE = Duration.ofSeconds(30);
    private static final int WINDOW = 200;
    private static final int AT_ONCE = 8;

    private final DSLContext sql;
    private final Clock clock;

    Claims(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What was taken, and the token without which its end can't be written. */
    record Claim(UUID lease, List<Delivery> deliveries) {
        static final Claim NOTHING = new Claim(new UUID(0, 0), List.of());
    }

    @Transactional
    public Claim next(UUID webhook) {
        var now = clock.instant();
        var state = sql.fetchOptional(
                "SELECT s.failures FROM integration.webhook_state s WHERE s.tenant_id = ? AND s.webhook_id = ?"
                        + " AND s.stopped_at IS NULL AND (s.resume_at IS NULL OR s.resume_at <= CAST(? AS timestamptz))"
                        + " FOR UPDATE",
                Tenancy.id(),
                webhook,
                now);
        var lease = Ids.next();
        var chosen = state.map(s -> choose(window(webhook), s.get("failures", Integer.class) > 0 ? 1 : AT_ONCE, now))
                .orElse(List.of());
        if (!chosen.isEmpty()) {
            sql.execute(
                    "UPDATE integration.delivery SET lease = ?, lease_until = CAST(? AS timestamptz),"
                            + " attempts = attempts + 1 WHERE tenant_id = ? AND id = ANY(?)",
                    lease,
                    now.plus(LEASE),
                    Tenancy.id(),
                    chosen.stream().map(Delivery::id).toArray(UUID[]::new));
        }
        return new Claim(lease, chosen);
    }

    private List<Delivery> window(UUID webhook) {
        return sql.resultQuery(
                        "SELECT " + Delivery.COLUMNS + " FROM integration.delivery d WHERE d.tenant_id = ?"
                                + " AND d.webhook_id = ? AND d.state = 'waiting' ORDER BY d.id LIMIT " + WINDOW,
                        Tenancy.id(),
                        webhook)
                .fetch(Delivery::of);
    }

    /** The first of each record, as far as they are due and nobody sends them. */
    static List<Delivery> choose(List<Delivery> waiting, int most, Instant now) {
        var chosen = new ArrayList<Delivery>();
        var before = new HashSet<UUID>();
        int free = most - (int) waiting.stream().filter(d -> leased(d, now)).count();
        for (var delivery : waiting) {
            boolean first = Collections.disjoint(before, delivery.records());
            if (first
                    && chosen.size() < free
                    && !leased(delivery, now)
                    && !delivery.dueAt().isAfter(now)) {
                chosen.add(delivery);
            }
            before.addAll(delivery.records());
        }
        return chosen;
    }

    private static boolean leased(Delivery delivery, Instant now) {
        return delivery.leaseUntil() != null && delivery.leaseUntil().isAfter(now);
    }
}
