package relais.identity.passkeys;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.door.SecondFactor;
import relais.identity.door.SignInWay;
import relais.identity.door.Tokens;
import relais.ui.Words;

/** The passkeys of the accounts. */
@Repository
@Transactional
@Order(0)
class Passkeys implements SecondFactor {
    private static final String SELECT = "SELECT id, account_id, credential_id, credential, counter, backup_eligible,"
            + " backed_up, name, created_at, used_at FROM identity.passkey ";

    private final DSLContext sql;
    private final Clock clock;

    Passkeys(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Passkey> of(UUID account) {
        return sql.fetch(SELECT + "WHERE account_id = ? ORDER BY id", account).map(Passkeys::passkey);
    }

    @Transactional(readOnly = true)
    public Optional<Passkey> find(String credentialId) {
        return sql.fetchOptional(SELECT + "WHERE credential_id = ?", credentialId)
                .map(Passkeys::passkey);
    }

    /** Whether anybody has one. */
    @Transactional(readOnly = true)
    public boolean any() {
        return sql.fetchOptional("SELECT 1 FROM identity.passkey LIMIT 1").isPresent();
    }

    /** Adds a passkey; false when somebody has it already. */
    public boolean add(Passkey passkey) {
        return sql.execute(
                        """
                        INSERT INTO identity.passkey (id, account_id, credential_id, credential, counter, backup_eligible,
                          backed_up, name, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS timestamptz))
                        ON CONFLICT (credential_id) DO NOTHING""",
                        passkey.id(),
                        passkey.account(),
                        passkey.credentialId(),
                        passkey.credential(),
                        passkey.counter(),
                        passkey.backupEligible(),
                        passkey.backedUp(),
                        passkey.name(),
                        passkey.createdAt())
                == 1;
    }

    /** Notes that it was used. */
    public void used(UUID id, long counter, boolean backedUp) {
        sql.execute(
                "UPDATE identity.passkey SET counter = ?, backed_up = ?, used_at = CAST(? AS timestamptz) WHERE id = ?",
                counter,
                backedUp,
                clock.instant(),
                id);
    }

    public boolean rename(UUID account, UUID id, String name) {
        return sql.execute("UPDATE identity.passkey SET name = ? WHERE account_id = ? AND id = ?", name, account, id)
                == 1;
    }

    public boolean remove(UUID account, UUID id) {
        return sql.execute("DELETE FROM identity.passkey WHERE account_id = ? AND id = ?", account, id) == 1;
    }

    /** Spends a challenge; false when it was spent before. */
    public boolean spend(String challenge, Instant until) {
        sql.execute("DELETE FROM identity.spent_challenge WHERE expires_at < CAST(? AS timestamptz)", clock.instant());
        return sql.execute("""
                        INSERT INTO identity.spent_challenge (challenge_hash, expires_at) VALUES (?, CAST(? AS timestamptz))
                        ON CONFLICT (challenge_hash) DO NOTHING""", Tokens.digest(challenge), until) == 1;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean enrolled(UUID account) {
        return sql.fetchOptional("SELECT 1 FROM identity.passkey WHERE account_id = ? LIMIT 1", account)
                .isPresent();
    }

    @Override
    public void remove(UUID account) {
        sql.execute("DELETE FROM identity.passkey WHERE account_id = ?", account);
    }

    @Override
    public Optional<SignInWay.Offer> offer() {
        return Optional.of(new SignInWay.Offer("fingerprint", Words.t("passkey.enter"), "/sign-in/passkey", true));
    }

    private static Passkey passkey(Record r) {
        return new Passkey(
                r.get("id", UUID.class),
                r.get("account_id", UUID.class),
                r.get("credential_id", String.class),
                r.get("credential", byte[].class),
                r.get("counter", Long.class),
                r.get("backup_eligible", Boolean.class),
                r.get("backed_up", Boolean.class),
                r.get("name", String.class),
                r.get("created_at", Instant.class),
                r.get("used_at", Instant.class));
    }
}
