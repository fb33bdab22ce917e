package relais.identity.factors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.door.SecondFactor;
import relais.platform.crypto.Vault;

/** The applications that make codes, one for each account; their secrets lie encrypted, each code counts once. */
@Repository
@Transactional
@Order(1)
class AuthenticatorApps implements SecondFactor {
    private static final Duration PENDING_FOR = Duration.ofHours(1);

    private final DSLContext sql;
    private final Clock clock;
    private final Vault vault;

    AuthenticatorApps(DSLContext sql, Clock clock, Vault vault) {
        this.sql = sql;
        this.clock = clock;
        this.vault = vault;
    }

    private record App(Optional<String> secret, Optional<String> pending, long lastStep) {}

    @Override
    @Transactional(readOnly = true)
    public boolean enrolled(UUID account) {
        return since(account).isPresent();
    }

    /** Since when codes of the account's application count. */
    @Transactional(readOnly = true)
    Optional<Instant> since(UUID account) {
        return sql.fetchOptional("SELECT confirmed_at FROM identity.authenticator_app WHERE account_id = ?", account)
                .flatMap(r -> Optional.ofNullable(r.get("confirmed_at", Instant.class)));
    }

    /** The secret that waits for its first code; a new one when there is none, or it waited too long. */
    @Override
    public void prepare(UUID account) {
        var now = clock.instant();
        boolean fresh = sql.fetchOptional(
                        "SELECT 1 FROM identity.authenticator_app WHERE account_id = ? AND pending_at > CAST(? AS timestamptz)",
                        account,
                        now.minus(PENDING_FOR.dividedBy(2)))
                .isPresent();
        if (fresh) {
            return; // the picture that may be open in another window stays the right one
        }
        sql.execute("""
                INSERT INTO identity.authenticator_app (account_id, pending, pending_at) VALUES (?, ?, CAST(? AS timestamptz))
                ON CONFLICT (account_id) DO UPDATE SET pending = excluded.pending, pending_at = excluded.pending_at""", account, vault.keep(purpose(account), Totp.secret()), now);
    }

    /** The secret that waits for its first code. */
    @Transactional(readOnly = true)
    Optional<String> pending(UUID account) {
        return app(account).flatMap(App::pending);
    }

    /** The first code of the waiting secret: from now on its codes count, and those of the one before do not. */
    boolean confirm(UUID account, String code) {
        var pending = pending(account);
        var step = pending.map(secret -> Totp.step(secret, code, clock.instant(), 0));
        if (step.isEmpty() || step.get().isEmpty()) {
            return false;
        }
        return sql.execute("""
                        UPDATE identity.authenticator_app SET secret = pending, pending = NULL, pending_at = NULL,
                          confirmed_at = CAST(? AS timestamptz), last_step = ? WHERE account_id = ? AND pending IS NOT NULL""", clock.instant(), step.get().getAsLong(), account) == 1;
    }

    /** Whether the code is right at another time only. */
    @Transactional(readOnly = true)
    boolean clockIsWrong(UUID account, String code) {
        return pending(account)
                .filter(secret -> Totp.wrongClock(secret, code, clock.instant()))
                .isPresent();
    }

    /** Whether this is a code of the account's application that was not used yet; now it is. */
    boolean use(UUID account, String code) {
        var app = app(account);
        var step = app.flatMap(
                one -> one.secret().map(secret -> Totp.step(secret, code, clock.instant(), one.lastStep())));
        if (step.isEmpty() || step.get().isEmpty()) {
            return false;
        }
        long used = step.get().getAsLong();
        return sql.execute(
                        "UPDATE identity.authenticator_app SET last_step = ? WHERE account_id = ? AND last_step < ?",
                        used,
                        account,
                        used)
                == 1;
    }

    @Override
    public void remove(UUID account) {
        sql.execute("DELETE FROM identity.authenticator_app WHERE account_id = ?", account);
    }

    private Optional<App> app(UUID account) {
        return sql.fetchOptional(
                        "SELECT secret, pending, pending_at, last_step FROM identity.authenticator_app WHERE account_id = ?",
                        account)
                .map(r -> new App(
                        opened(account, r.get("secret", String.class)),
                        young(r.get("pending_at", Instant.class))
                                ? opened(account, r.get("pending", String.class))
                                : Optional.empty(),
                        r.get("last_step", Long.class)));
    }

    private boolean young(@Nullable Instant pendingAt) {
        return pendingAt != null && pendingAt.isAfter(clock.instant().minus(PENDING_FOR));
    }

    private Optional<String> opened(UUID account, @Nullable String sealed) {
        return Optional.ofNullable(sealed).map(text -> vault.read(purpose(account), text));
    }

    private static String purpose(UUID account) {
        return "authenticator " + account;
    }
}
