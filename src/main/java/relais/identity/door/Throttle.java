package relais.identity.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts sign-in attempts in the database, where every node sees them; locks out addresses, never an account. */
@Repository
@Transactional
class Throttle {
    private static final int FREE_PER_ACCOUNT_AND_PLACE = 10;
    private static final int FREE_PER_ADDRESS = 60;
    private static final Duration KEPT = Duration.ofDays(1);

    private final DSLContext sql;
    private final Clock clock;

    Throttle(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What one attempt counts under. */
    record Keys(String accountAndPlace, Optional<String> address) {
        /** From a device that this person signed in on before: nobody else's failures count. */
        static Keys device(String account, String device) {
            return new Keys("d:" + Tokens.digest(account + "|" + device), Optional.empty());
        }

        /** The second step, whoever tries it: only those who know the password get that far. */
        static Keys factor(UUID account) {
            return new Keys("f:" + account, Optional.empty());
        }

        static Keys stranger(String account, String ip) {
            var net = Addresses.network(ip);
            return new Keys("a:" + Tokens.digest(account + "|" + net), Optional.of("i:" + net));
        }
    }

    /** Counts an attempt; how long to wait instead when there were too many. */
    Optional<Duration> attempt(Keys keys) {
        var now = clock.instant();
        var wait = keys.address().flatMap(key -> count(key, FREE_PER_ADDRESS, now));
        return wait.or(() -> count(keys.accountAndPlace(), FREE_PER_ACCOUNT_AND_PLACE, now));
    }

    /** The attempt was right: forgets the failures before it. */
    void right(Keys keys) {
        sql.execute("DELETE FROM identity.throttle WHERE key = ?", keys.accountAndPlace());
        keys.address().ifPresent(key -> write(key, read(key).takenBack()));
    }

    /** Removes what no longer counts. */
    void sweep() {
        sql.execute(
                "DELETE FROM identity.throttle WHERE last_at < CAST(? AS timestamptz)",
                clock.instant().minus(KEPT));
    }

    private Optional<Duration> count(String key, int free, Instant now) {
        sql.execute("""
                INSERT INTO identity.throttle (key, failures, last_at, blocked_until) VALUES (?, 0, CAST(? AS timestamptz), CAST(? AS timestamptz))
                ON CONFLICT (key) DO NOTHING""", key, now, Instant.EPOCH);
        var before = read(key);
        if (before.blocks(now)) {
            return Optional.of(Duration.between(now, before.blockedUntil()));
        }
        write(key, before.attempt(now, free));
        return Optional.empty();
    }

    private Backoff read(String key) {
        return sql.fetchOptional(
                        "SELECT failures, last_at, blocked_until FROM identity.throttle WHERE key = ? FOR UPDATE", key)
                .map(r -> new Backoff(
                        r.get("failures", Integer.class),
                        r.get("last_at", Instant.class),
                        r.get("blocked_until", Instant.class)))
                .orElse(Backoff.NONE);
    }

    private void write(String key, Backoff state) {
        sql.execute(
                "UPDATE identity.throttle SET failures = ?, last_at = CAST(? AS timestamptz), blocked_until = CAST(? AS timestamptz) WHERE key = ?",
                state.failures(),
                state.lastAt(),
                state.blockedUntil(),
                key);
    }
}
