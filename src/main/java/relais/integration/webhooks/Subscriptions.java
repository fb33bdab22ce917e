package relais.integration.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import relais.platform.database.Kept;
import relais.platform.tenancy.Tenancy;

/** The subscriptions that are told of changes now: asked at every write, so kept for seconds. */
@Component
class Subscriptions {
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final DSLContext sql;
    private final Kept<Boolean, List<Webhook>> kept;

    Subscriptions(DSLContext sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.kept = new Kept<>(transactions, KEPT);
    }

    List<Webhook> active() {
        return kept.get(true, this::read);
    }

    void forget() {
        kept.forget();
    }

    private List<Webhook> read() {
        return sql.resultQuery("""
                        SELECT w.id, w.version, w.name, w.url, w.objects, w.kinds, w.criteria, w.owner_id
                        FROM integration.webhook w JOIN integration.webhook_state s
                          ON s.tenant_id = w.tenant_id AND s.webhook_id = w.id
                        WHERE w.tenant_id = ? AND s.tenant_id = ? AND w.deleted_at IS NULL AND w.paused IS NOT TRUE
                          AND s.stopped_at IS NULL ORDER BY w.id""", Tenancy.id(), Tenancy.id()).fetch(Subscriptions::webhook);
    }

    private static Webhook webhook(Record r) {
        return new Webhook(
                r.get("id", UUID.class),
                r.get("version", Integer.class),
                r.get("name", String.class),
                r.get("url", String.class),
                Webhook.objects(r.get("objects", String.class)),
                Webhook.list(r.get("kinds", String.class)),
                Objects.requireNonNullElse(r.get("criteria", String.class), "").isBlank()
                        ? null
                        : r.get("criteria", String.class),
                r.get("owner_id", UUID.class),
                false);
    }
}
