package relais.integration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.identity.Actor;
import relais.platform.jobs.JobContext;
import relais.platform.jobs.JobHandler;
import relais.platform.jobs.Jobs;
import relais.platform.tenancy.Tenancy;

/**
 * Lets each key of a person write once: the key is claimed in the transaction of the write, and whoever comes with the
 * same key meanwhile waits for its end and gets the same answer.
 */
@Service
class Idempotency implements JobHandler {
    private static final Duration KEPT = Duration.ofHours(48);

    private final DSLContext sql;
    private final Clock clock;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final Cache<UUID, Boolean> swept =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).build();

    Idempotency(DSLContext sql, Clock clock, Jobs jobs, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.clock = clock;
        this.jobs = jobs;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Runs the write in one transaction, once for this key; a refused write leaves the key free. */
    ResponseEntity<String> once(@Nullable String key, String fingerprint, Supplier<Answer> write) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (key == null) {
                return write.get().response(false);
            }
            if (!claim(key, fingerprint)) {
                return former(key, fingerprint).response(true);
            }
            var answer = write.get();
            keep(key, answer);
            return answer.response(false);
        }));
    }

    /** A claim that is not committed yet makes this wait until it is, or until it is gone. */
    private boolean claim(String key, String fingerprint) {
        sweepSometimes();
        return sql.execute("""
                        INSERT INTO integration.idempotency (tenant_id, account_id, key, fingerprint, created_at)
                        VALUES (?, ?, ?, ?, CAST(? AS timestamptz)) ON CONFLICT (tenant_id, account_id, key) DO NOTHING""", Tenancy.id(), Actor.current().id(), key, fingerprint, clock.instant()) == 1;
    }

    private Answer former(String key, String fingerprint) {
        var row = sql.fetchOptional("""
                        SELECT fingerprint, answer FROM integration.idempotency
                        WHERE tenant_id = ? AND account_id = ? AND key = ?""", Tenancy.id(), Actor.current().id(), key)
                .orElseThrow(() -> ApiProblem.of(503, "crowd.full").header("Retry-After", "1"));
        if (!row.get("fingerprint", String.class).equals(fingerprint)) {
            throw ApiProblem.of(422, "idempotency.reused");
        }
        return Answer.read(row.get("answer", String.class));
    }

    private void keep(String key, Answer answer) {
        sql.execute("""
                UPDATE integration.idempotency SET answer = ?
                WHERE tenant_id = ? AND account_id = ? AND key = ?""", answer.stored(), Tenancy.id(), Actor.current().id(), key);
    }

    private void sweepSometimes() {
        if (swept.asMap().putIfAbsent(Tenancy.id(), true) == null) {
            jobs.submit(name(), null, "");
        }
    }

    @Override
    public String name() {
        return "api.idempotency.sweep";
    }

    /** Forgets the keys that are older than two days. */
    @Override
    public void run(JobContext job) {
        transaction.executeWithoutResult(status -> sql.execute(
                "DELETE FROM integration.idempotency WHERE tenant_id = ? AND created_at < CAST(? AS timestamptz)",
                Tenancy.id(),
                clock.instant().minus(KEPT)));
    }
}
