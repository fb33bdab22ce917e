package relais.integration.webhooks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;

/** Which subscriptions of the current workspace have something to send, and how long what was sent is kept. */
@Repository
class Waiting {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int SWEPT_AT_ONCE = 5_000;

    private final DSLContext sql;
    private final Subscriptions subscriptions;
    private final Clock clock;
    private final Cache<UUID, Boolean> swept =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).build();

    Waiting(DSLContext sql, Subscriptions subscriptions, Clock clock) {
        this.sql = sql;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Set<UUID> webhooks() {
        if (subscriptions.active().isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(sql.resultQuery("""
                        SELECT DISTINCT d.webhook_id FROM integration.delivery d WHERE d.tenant_id = ?
                        AND d.state = 'waiting' AND d.due_at <= CAST(? AS timestamptz)
                        AND (d.lease_until IS NULL OR d.lease_until <= CAST(? AS timestamptz))""", Tenancy.id(), clock.instant(), clock.instant())
                .fetch(0, UUID.class));
    }

    /** The subscription as it is now, unless it is not told anything any more. */
    Optional<Webhook> active(UUID id) {
        return subscriptions.active().stream().filter(w -> w.id().equals(id)).findFirst();
    }

    /** Forgets what ended a month ago, now and then. */
    @Transactional
    public void sweep() {
        if (swept.asMap().putIfAbsent(Tenancy.id(), true) != null) {
            return;
        }
        var old = sql.resultQuery("""
                        SELECT d.id FROM integration.delivery d WHERE d.tenant_id = ? AND d.state <> 'waiting'
                        AND d.ended_at < CAST(? AS timestamptz) LIMIT ?""", Tenancy.id(), clock.instant().minus(KEPT), SWEPT_AT_ONCE)
                .fetch(0, UUID.class)
                .toArray(UUID[]::new);
        sql.execute("DELETE FROM integration.attempt WHERE tenant_id = ? AND delivery_id = ANY(?)", Tenancy.id(), old);
        sql.execute("DELETE FROM integration.delivery WHERE tenant_id = ? AND id = ANY(?)", Tenancy.id(), old);
    }
}
