package relais.integration.webhooks;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.types.Problem;

/** The face of webhooks: subscriptions, their secrets, and what was sent. */
@Service
public class Webhooks {
    private final DSLContext sql;
    private final Records records;
    private final WebhookRules rules;
    private final Secrets secrets;
    private final Console console;
    private final Outbox outbox;
    private final Subscriptions subscriptions;
    private final Bell bell;
    private final WebhookNotice notice;

    Webhooks(
            DSLContext sql,
            Records records,
            WebhookRules rules,
            Secrets secrets,
            Console console,
            Outbox outbox,
            Subscriptions subscriptions,
            Bell bell,
            WebhookNotice notice) {
        this.sql = sql;
        this.records = records;
        this.rules = rules;
        this.secrets = secrets;
        this.console = console;
        this.outbox = outbox;
        this.subscriptions = subscriptions;
        this.bell = bell;
        this.notice = notice;
    }

    /**
     * A subscription that was made.
     *
     * @param secret told this once
     */
    public record Made(UUID id, @Nullable UUID operation, String secret) {}

    static void require() {
        Actor.current().require(WebhookDescription.NAME, Action.CONFIGURE);
    }

    /** What is wrong with a subscription like this. */
    public List<Problem> problems(WebhookDraft draft) {
        require();
        return rules.check(draft);
    }

    /** Every subscription, by name. */
    @Transactional(readOnly = true)
    public List<Webhook> all() {
        require();
        return console.webhooks();
    }

    /** The subscription of this id. */
    @Transactional(readOnly = true)
    public Webhook one(UUID id) {
        require();
        return records.find(WebhookDescription.NAME, id).map(Webhook::of).orElseThrow(NotFound::new);
    }

    /** Makes a subscription without problems. */
    @Transactional
    public Made create(WebhookDraft draft) {
        var made = records.write(
                Intent.of("webhook.create", draft.name()), w -> w.create(WebhookDescription.NAME, draft.values()));
        var id = made.result().id();
        return new Made(id, made.operation(), secrets.make(id));
    }

    /** Changes a subscription; null takes whatever version is there. */
    @Transactional
    public Operated<Outcome> change(UUID id, @Nullable Integer version, WebhookDraft draft) {
        return records.write(
                Intent.of("webhook.update", draft.name()),
                w -> w.update(WebhookDescription.NAME, id, version, draft.values()));
    }

    /** Moves a subscription to the trash: nothing is sent any more. */
    @Transactional
    public Operated<Outcome> delete(UUID id) {
        var webhook = one(id);
        return records.write(
                Intent.of("webhook.delete", webhook.name()), w -> w.delete(WebhookDescription.NAME, id, null));
    }

    /** Makes a new secret; the former one goes on for a day. */
    @Transactional
    public String replaceSecret(UUID id) {
        one(id);
        return secrets.replace(id);
    }

    /** Sends a message that tells of nothing; answers its id. */
    @Transactional
    public UUID test(UUID id) {
        var webhook = one(id);
        if (webhook.paused() || console.health(id).stopped()) {
            throw new Refused("webhook.asleep");
        }
        return outbox.test(id);
    }

    /** Sends again after the target was given up. */
    @Transactional
    public void resume(UUID id) {
        one(id);
        sql.execute(
                "UPDATE integration.webhook_state SET stopped_at = NULL, stopped_why = NULL, failures = 0,"
                        + " failing_since = NULL, resume_at = NULL WHERE tenant_id = ? AND webhook_id = ?",
                Tenancy.id(),
                id);
        subscriptions.forget();
        notice.forget(Tenancy.id());
        bell.watched();
    }

    /** Sends one message again, or everything that failed; answers how many. The ids stay the same. */
    @Transactional
    public int replay(UUID id, Optional<UUID> delivery) {
        one(id);
        int again = console.again(id, delivery.orElse(null));
        if (again == 0 && delivery.isPresent()) {
            throw new NotFound();
        }
        bell.ring();
        return again;
    }
}
