package relais.identity.door;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a workspace demands of those who sign in; without a word of its own, a second factor of administrators. */
@Repository
@Transactional
public class SignInRules {
    private final DSLContext sql;

    SignInRules(DSLContext sql) {
        this.sql = sql;
    }

    /** Who must have a second factor; how it is written in the database, in forms and in message keys. */
    public enum Demanded {
        ADMINISTRATORS,
        EVERYBODY,
        NOBODY;

        /** The lower-case name. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of this code. */
        public static Optional<Demanded> of(String code) {
            return List.of(values()).stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst();
        }
    }

    /** The rules of one workspace. */
    public record Rule(Demanded secondFactor, boolean providerOnly) {}

    /** The rules of this workspace. */
    @Transactional(readOnly = true)
    public Rule of(UUID workspace) {
        return sql.fetchOptional(
                        "SELECT second_factor, provider_only FROM identity.sign_in_rule WHERE workspace_id = ?",
                        workspace)
                .map(r -> new Rule(
                        Demanded.of(r.get("second_factor", String.class)).orElse(Demanded.ADMINISTRATORS),
                        r.get("provider_only", Boolean.class)))
                .orElse(new Rule(Demanded.ADMINISTRATORS, false));
    }

    /** Sets the rules of this workspace. */
    public void set(UUID workspace, Rule rule) {
        sql.execute("""
                INSERT INTO identity.sign_in_rule (workspace_id, second_factor, provider_only) VALUES (?, ?, ?)
                ON CONFLICT (workspace_id) DO UPDATE
                SET second_factor = excluded.second_factor, provider_only = excluded.provider_only""", workspace, rule.secondFactor().code(), rule.providerOnly());
    }

    /** Whether any workspace that the account may enter demands a second factor of it. */
    @Transactional(readOnly = true)
    public boolean demandFrom(UUID account) {
        return !demanding(account).isEmpty();
    }

    /** Whether this workspace demands a second factor of the account. */
    @Transactional(readOnly = true)
    public boolean demandFrom(UUID account, UUID workspace) {
        return demanding(account).contains(workspace);
    }

    /** The workspaces of the account that only their provider opens; administrators enter by their password too. */
    @Transactional(readOnly = true)
    public List<UUID> closedTo(UUID account) {
        return sql.fetch("""
                        SELECT r.workspace_id FROM identity.membership m
                        JOIN identity.sign_in_rule r ON r.workspace_id = m.workspace_id
                        WHERE m.account_id = ? AND r.provider_only AND m.role <> 'administrator'""", account).map(r -> r.get("workspace_id", UUID.class));
    }

    private List<UUID> demanding(UUID account) {
        return sql.fetch("""
                        SELECT m.workspace_id FROM identity.membership m
                        LEFT JOIN identity.sign_in_rule r ON r.workspace_id = m.workspace_id
                        WHERE m.account_id = ? AND m.accepted_at IS NOT NULL AND m.disabled_at IS NULL
                          AND (r.second_factor = 'everybody'
                            OR coalesce(r.second_factor, 'administrators') = 'administrators' AND m.role = 'administrator')""", account).map(r -> r.get("workspace_id", UUID.class));
    }
}
