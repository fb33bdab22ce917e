package relais.identity.provider;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.crypto.Vault;

/** The providers of the workspaces, and whom each of them means by its names. */
@Repository
@Transactional
class Providers {
    private static final String SELECT =
            "SELECT workspace_id, name, issuer, client_id, secret, domains, mail_trusted, new_role FROM identity.provider ";

    private final DSLContext sql;
    private final Clock clock;
    private final Vault vault;

    Providers(DSLContext sql, Clock clock, Vault vault) {
        this.sql = sql;
        this.clock = clock;
        this.vault = vault;
    }

    /** The provider of the workspace. */
    @Transactional(readOnly = true)
    public Optional<Provider> of(UUID workspace) {
        return sql.fetchOptional(SELECT + "WHERE workspace_id = ?", workspace).map(this::provider);
    }

    /** Every provider of the installation, without its secret. */
    @Transactional(readOnly = true)
    public List<Provider> all() {
        return sql.fetch(SELECT + "ORDER BY workspace_id").map(r -> provider(r, ""));
    }

    public void set(Provider provider) {
        sql.execute(
                """
                INSERT INTO identity.provider
                  (workspace_id, name, issuer, client_id, secret, domains, mail_trusted, new_role)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (workspace_id) DO UPDATE
                SET name = excluded.name, issuer = excluded.issuer, client_id = excluded.client_id,
                  secret = excluded.secret, domains = excluded.domains, mail_trusted = excluded.mail_trusted,
                  new_role = excluded.new_role""",
                provider.workspace(),
                provider.name(),
                provider.issuer(),
                provider.clientId(),
                vault.keep(purpose(provider.workspace()), provider.secret()),
                String.join(" ", provider.domains()),
                provider.mailTrusted(),
                provider.newRole().orElse(null));
    }

    /** Takes the provider away, and what it was said to mean. */
    public void remove(UUID workspace) {
        sql.execute("DELETE FROM identity.provider WHERE workspace_id = ?", workspace);
        sql.execute("DELETE FROM identity.provider_identity WHERE workspace_id = ?", workspace);
    }

    /** Whom the provider means. */
    @Transactional(readOnly = true)
    public Optional<UUID> account(Provider provider, String subject) {
        return sql.fetchOptional(
                        "SELECT account_id FROM identity.provider_identity WHERE workspace_id = ? AND issuer = ? AND subject = ?",
                        provider.workspace(),
                        provider.issuer(),
                        subject)
                .map(r -> r.get("account_id", UUID.class));
    }

    /** Notes whom the provider means; false when it meant somebody else already. */
    public boolean link(Provider provider, String subject, UUID account) {
        sql.execute("""
                INSERT INTO identity.provider_identity (workspace_id, issuer, subject, account_id, created_at)
                VALUES (?, ?, ?, ?, CAST(? AS timestamptz)) ON CONFLICT (workspace_id, issuer, subject) DO NOTHING""", provider.workspace(), provider.issuer(), subject, account, clock.instant());
        return account(provider, subject).filter(account::equals).isPresent();
    }

    /** The workspaces whose provider knows the account. */
    @Transactional(readOnly = true)
    public List<UUID> linked(UUID account) {
        return sql.fetch("SELECT DISTINCT workspace_id FROM identity.provider_identity WHERE account_id = ?", account)
                .map(r -> r.get("workspace_id", UUID.class));
    }

    private Provider provider(Record r) {
        var purpose = purpose(r.get("workspace_id", UUID.class));
        return provider(r, vault.read(purpose, r.get("secret", String.class)));
    }

    private static Provider provider(Record r, String secret) {
        return new Provider(
                r.get("workspace_id", UUID.class),
                r.get("name", String.class),
                r.get("issuer", String.class),
                r.get("client_id", String.class),
                secret,
                List.of(r.get("domains", String.class).split(" ")),
                r.get("mail_trusted", Boolean.class),
                Optional.ofNullable(r.get("new_role", String.class)));
    }

    private static String purpose(UUID workspace) {
        return "provider " + workspace;
    }
}
