package relais.integration.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;

/** Writes down what became of messages: only by the lease under which they were sent. */
@Repository
class Outcomes {
    private static final int GONE = 410;

    private final DSLContext sql;
    private final Subscriptions subscriptions;
    private final Clock clock;

    Outcomes(DSLContext sql, Subscriptions subscriptions, Clock clock) {
        this.sql = sql;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** There was nothing to tell. */
    @Transactional
    public void nothing(UUID lease, Delivery delivery) {
        end(lease, delivery, Delivery.NOTHING);
    }

    /** The target took it: whatever waited for the target to come back is due now. */
    @Transactional
    public void taken(UUID lease, Delivery delivery, Attempt attempt) {
        if (!end(lease, delivery, Delivery.DELIVERED)) {
            return; // somebody else has it, who will send it again
        }
        add(delivery, attempt);
        int recovered = sql.execute(
                "UPDATE integration.webhook_state SET failures = 0, failing_since = NULL, resume_at = NULL"
                        + " WHERE tenant_id = ? AND webhook_id = ? AND failures > 0",
                Tenancy.id(),
                delivery.webhook());
        if (recovered > 0) {
            sql.execute(
                    "UPDATE integration.delivery SET due_at = CAST(? AS timestamptz) WHERE tenant_id = ?"
                            + " AND webhook_id = ? AND state = 'waiting' AND due_at > CAST(? AS timestamptz)",
                    clock.instant(),
                    Tenancy.id(),
                    delivery.webhook(),
                    clock.instant());
        }
    }

    private boolean end(UUID lease, Delivery delivery, String state) {
        return sql.execute(
                        "UPDATE integration.delivery SET state = ?, ended_at = CAST(? AS timestamptz), lease = NULL,"
                                + " lease_until = NULL WHERE tenant_id = ? AND id = ? AND lease = ? AND state = 'waiting'",
                        state,
                        clock.instant(),
                        Tenancy.id(),
                        delivery.id(),
                        lease)
                == 1;
    }

    /** The target did not take it: message and target rest a while, and after long enough they are given up. */
    @Transactional
    public void refused(UUID lease, Delivery delivery, Attempt attempt, @Nullable Duration asked) {
        var now = clock.instant();
        boolean others = answersOthers(delivery.webhook());
        boolean given = others && Backoff.poisonous(delivery.attempts() + 1, delivery.at(), now);
        var due = now.plus(Backoff.ofMessage(delivery.attempts() + 1, ThreadLocalRandom.current()));
        int ours = sql.execute(
                "UPDATE integration.delivery SET state = ?, due_at = CAST(? AS timestamptz), lease = NULL,"
                        + " lease_until = NULL, ended_at = CAST(? AS timestamptz)"
                        + " WHERE tenant_id = ? AND id = ? AND lease = ? AND state = 'waiting'",
                given ? Delivery.FAILED : Delivery.WAITING,
                due,
                given ? now : null,
                Tenancy.id(),
                delivery.id(),
                lease);
        if (ours == 1) {
            add(delivery, attempt);
            rest(delivery.webhook(), attempt, asked, now);
        }
    }

    private boolean answersOthers(UUID webhook) {
        return sql.fetchOptional(
                        "SELECT 1 FROM integration.webhook_state WHERE tenant_id = ? AND webhook_id = ? AND failures = 0",
                        Tenancy.id(),
                        webhook)
                .isPresent();
    }

    private void rest(UUID webhook, Attempt attempt, @Nullable Duration asked, Instant now) {
        var state = sql.fetchSingle(
                "SELECT failures, failing_since FROM integration.webhook_state WHERE tenant_id = ? AND webhook_id = ?"
                        + " FOR UPDATE",
                Tenancy.id(),
                webhook);
        int failures = state.get("failures", Integer.class) + 1;
        var since = state.get("failing_since", Instant.class);
        var resume = now.plus(Backoff.ofTarget(failures, asked, ThreadLocalRandom.current()));
        sql.execute(
                "UPDATE integration.webhook_state SET failures = ?, failing_since = CAST(? AS timestamptz),"
                        + " resume_at = CAST(? AS timestamptz) WHERE tenant_id = ? AND webhook_id = ?",
                failures,
                since == null ? now : since,
                resume,
                Tenancy.id(),
                webhook);
        if (attempt.status() != null && attempt.status() == GONE) {
            stop(webhook, "gone");
        } else if (Backoff.hopeless(failures, since, now)) {
            stop(webhook, "silent");
        }
    }

    /** Sends nothing more until somebody says so; what waits goes on waiting. */
    @Transactional
    public void stop(UUID webhook, String why) {
        sql.execute(
                "UPDATE integration.webhook_state SET stopped_at = CAST(? AS timestamptz), stopped_why = ?"
                        + " WHERE tenant_id = ? AND webhook_id = ? AND stopped_at IS NULL",
                clock.instant(),
                why,
                Tenancy.id(),
                webhook);
        subscriptions.forget();
    }

    private void add(Delivery delivery, Attempt attempt) {
        sql.execute(
                """
                INSERT INTO integration.attempt (tenant_id, delivery_id, number, at, millis, status, problem, answer)
                VALUES (?, ?, ?, CAST(? AS timestamptz), ?, ?, ?, ?) ON CONFLICT (tenant_id, delivery_id, number) DO NOTHING""",
                Tenancy.id(),
                delivery.id(),
                attempt.number(),
                attempt.at(),
                attempt.millis(),
                attempt.status(),
                attempt.problem(),
                attempt.answer());
    }
}
