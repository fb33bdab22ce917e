package relais.identity;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Ids;

/** The accounts of this installation. */
@Repository
@Transactional
public class Accounts {
    private static final String SELECT =
            "SELECT id, email, name, password_hash, locale, zone, disabled_at FROM identity.account ";

    private final DSLContext sql;
    private final Clock clock;

    Accounts(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The account of this id. */
    @Transactional(readOnly = true)
    public Optional<Account> find(UUID id) {
        return sql.fetchOptional(SELECT + "WHERE id = ?", id).map(Accounts::account);
    }

    /** The account that signs in with this e-mail. */
    @Transactional(readOnly = true)
    public Optional<Account> byEmail(String email) {
        return sql.fetchOptional(SELECT + "WHERE email_key = ?", Account.key(email))
                .map(Accounts::account);
    }

    /** Every account, by e-mail. */
    @Transactional(readOnly = true)
    public List<Account> all() {
        return sql.fetch(SELECT + "ORDER BY email_key").map(Accounts::account);
    }

    /** Whether nobody can sign in yet. */
    @Transactional(readOnly = true)
    public boolean none() {
        return sql.fetchOptional("SELECT 1 FROM identity.account LIMIT 1").isEmpty();
    }

    /** Adds an account without a password; when the e-mail is taken meanwhile, the account that has it. */
    public Account add(String email, String name, Locale locale, ZoneId zone) {
        sql.execute(
                """
                INSERT INTO identity.account (id, email, email_key, name, locale, zone, created_at)
                VALUES (?, ?, ?, ?, ?, ?, CAST(? AS timestamptz)) ON CONFLICT (email_key) DO NOTHING""",
                Ids.next(),
                email.strip(),
                Account.key(email),
                name.strip(),
                locale.getLanguage(),
                zone.getId(),
                clock.instant());
        return byEmail(email).orElseThrow();
    }

    /** Gives the account this password. */
    public void password(UUID id, String hash) {
        var now = clock.instant();
        sql.execute(
                "UPDATE identity.account SET password_hash = ?, password_changed_at = CAST(? AS timestamptz) WHERE id = ?",
                hash,
                now,
                id);
    }

    /** Changes what a person decides about themself. */
    public void profile(UUID id, String name, Locale locale, ZoneId zone) {
        sql.execute(
                "UPDATE identity.account SET name = ?, locale = ?, zone = ? WHERE id = ?",
                name.strip(),
                locale.getLanguage(),
                zone.getId(),
                id);
    }

    /** Gives the account another address to sign in with, which must be free. */
    public void email(UUID id, String email) {
        sql.execute(
                "UPDATE identity.account SET email = ?, email_key = ? WHERE id = ?",
                email.strip(),
                Account.key(email),
                id);
    }

    /** Bars the account from every workspace, or lets it in again. */
    public void disabled(UUID id, boolean disabled) {
        sql.execute(
                "UPDATE identity.account SET disabled_at = CAST(? AS timestamptz) WHERE id = ?",
                disabled ? clock.instant() : null,
                id);
    }

    private static Account account(Record r) {
        return new Account(
                r.get("id", UUID.class),
                r.get("email", String.class),
                r.get("name", String.class),
                Optional.ofNullable(r.get("password_hash", String.class)),
                Locale.of(r.get("locale", String.class)),
                ZoneId.of(r.get("zone", String.class)),
                r.get("disabled_at") != null);
    }
}
