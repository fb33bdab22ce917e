package relais.integration.webhooks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.tenancy.Tenancy;
import relais.ui.Notice;
import relais.ui.Words;

/** Tells administrators on every page that a subscription was given up. */
@Component
class WebhookNotice implements Notice {
    private final DSLContext sql;
    private final TransactionTemplate reading;
    private final Cache<UUID, List<Stopped>> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(20))
            .maximumSize(1000)
            .build();

    WebhookNotice(DSLContext sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    private record Stopped(UUID id, String name, String why) {}

    @Override
    public Optional<Shown> shown() {
        if (!Actor.CURRENT.isBound() || !Actor.current().may(WebhookDescription.NAME, Action.CONFIGURE)) {
            return Optional.empty();
        }
        return known.get(Actor.current().workspace(), w -> reading.execute(status -> read())).stream()
                .findFirst()
                .map(s -> new Shown(
                        "rss",
                        Words.t("webhooks.notice", s.name()),
                        Words.t("webhooks.stopped." + s.why()),
                        WebhooksTab.PATH + "/" + s.id() + "/resumption",
                        Words.t("webhooks.resume")));
    }

    void forget(UUID workspace) {
        known.invalidate(workspace);
    }

    private List<Stopped> read() {
        return sql.resultQuery("""
                        SELECT w.id, w.name, s.stopped_why FROM integration.webhook w
                        JOIN integration.webhook_state s ON s.tenant_id = w.tenant_id AND s.webhook_id = w.id
                        WHERE w.tenant_id = ? AND s.tenant_id = ? AND w.deleted_at IS NULL AND s.stopped_at IS NOT NULL
                        ORDER BY s.stopped_at LIMIT 1""", Tenancy.id(), Tenancy.id())
                .fetch(r -> new Stopped(
                        r.get("id", UUID.class), r.get("name", String.class), r.get("stopped_why", String.class)));
    }
}
