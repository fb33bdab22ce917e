package relais.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who belongs to which workspace, and as what. */
@Repository
@Transactional
public class Memberships {
    private final DSLContext sql;
    private final Clock clock;

    Memberships(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** One person in one workspace. */
    public record Membership(
            UUID workspace, UUID account, String role, Reach.Extent reach, boolean accepted, boolean disabled) {}

    /** The workspaces that the account may enter now, the oldest membership first. */
    @Transactional(readOnly = true)
    public List<Workspace> open(UUID account) {
        return sql.fetch("""
                        SELECT w.id, w.slug, w.name, w.locale, w.zone, w.currency, w.demo
                        FROM identity.membership m JOIN identity.workspace w ON w.id = m.workspace_id
                        WHERE m.account_id = ? AND m.accepted_at IS NOT NULL AND m.disabled_at IS NULL
                        ORDER BY m.created_at, w.id""", account).map(Workspaces::workspace);
    }

    /** The workspaces that invited the account and wait for it still. */
    @Transactional(readOnly = true)
    public List<UUID> waiting(UUID account) {
        return sql.fetch("""
                        SELECT workspace_id FROM identity.membership
                        WHERE account_id = ? AND accepted_at IS NULL AND disabled_at IS NULL ORDER BY created_at""", account).map(r -> r.get("workspace_id", UUID.class));
    }

    /** The account's place in the workspace. */
    @Transactional(readOnly = true)
    public Optional<Membership> find(UUID workspace, UUID account) {
        return sql.fetchOptional("""
                        SELECT role, reach, accepted_at, disabled_at FROM identity.membership
                        WHERE workspace_id = ? AND account_id = ?""", workspace, account)
                .map(r -> new Membership(
                        workspace,
                        account,
                        r.get("role", String.class),
                        Reach.Extent.of(r.get("reach", String.class)).orElse(Reach.Extent.OWN),
                        r.get("accepted_at") != null,
                        r.get("disabled_at") != null));
    }

    /** Whether the account belongs to any workspace but this one. */
    @Transactional(readOnly = true)
    public boolean elsewhere(UUID workspace, UUID account) {
        return sql.fetchOptional(
                        "SELECT 1 FROM identity.membership WHERE account_id = ? AND workspace_id <> ? LIMIT 1",
                        account,
                        workspace)
                .isPresent();
    }

    /** Adds the account to the workspace; false when it belongs to it already. */
    public boolean add(UUID workspace, UUID account, Role role, String invitedName, boolean accepted) {
        return add(workspace, account, role.code(), invitedName, accepted);
    }

    /** Adds the account to the workspace with the role of this code; false when it belongs to it already. */
    public boolean add(UUID workspace, UUID account, String role, String invitedName, boolean accepted) {
        return sql.execute(
                        """
                        INSERT INTO identity.membership
                          (workspace_id, account_id, role, invited_name, accepted_at, created_at)
                        VALUES (?, ?, ?, ?, CAST(? AS timestamptz), CAST(? AS timestamptz)) ON CONFLICT (workspace_id, account_id) DO NOTHING""",
                        workspace,
                        account,
                        role,
                        invitedName.strip(),
                        accepted ? clock.instant() : null,
                        clock.instant())
                == 1;
    }

    /** Notes that the account took up the invitation. */
    public void accept(UUID workspace, UUID account) {
        sql.execute("""
                UPDATE identity.membership SET accepted_at = coalesce(accepted_at, CAST(? AS timestamptz))
                WHERE workspace_id = ? AND account_id = ?""", clock.instant(), workspace, account);
    }

    /** Gives the account another role. */
    public void role(UUID workspace, UUID account, Role role) {
        role(workspace, account, role.code());
    }

    /** Gives everybody who has one role another one. */
    public void replace(UUID workspace, String role, String other) {
        sql.execute(
                "UPDATE identity.membership SET role = ? WHERE workspace_id = ? AND role = ?", other, workspace, role);
    }

    /** How many have the role, those who may not enter included. */
    @Transactional(readOnly = true)
    public int having(UUID workspace, String role) {
        return sql.fetchSingle(
                        "SELECT count(*) FROM identity.membership WHERE workspace_id = ? AND role = ?", workspace, role)
                .get(0, Integer.class);
    }

    /** Gives the account the role of this code. */
    public void role(UUID workspace, UUID account, String role) {
        sql.execute(
                "UPDATE identity.membership SET role = ? WHERE workspace_id = ? AND account_id = ?",
                role,
                workspace,
                account);
    }

    /** Lets the account see this far. */
    public void reach(UUID workspace, UUID account, Reach.Extent extent) {
        sql.execute(
                "UPDATE identity.membership SET reach = ? WHERE workspace_id = ? AND account_id = ?",
                extent.code(),
                workspace,
                account);
    }

    /** Bars the account from the workspace, or lets it in again. */
    public void disabled(UUID workspace, UUID account, boolean disabled) {
        sql.execute(
                "UPDATE identity.membership SET disabled_at = CAST(? AS timestamptz) WHERE workspace_id = ? AND account_id = ?",
                disabled ? clock.instant() : null,
                workspace,
                account);
    }

    /** How many administrators could still enter without this account; locks them, so that two cannot leave at once. */
    public int administratorsWithout(UUID workspace, UUID account) {
        return sql.fetch("""
                        SELECT m.account_id FROM identity.membership m
                        JOIN identity.account a ON a.id = m.account_id
                        WHERE m.workspace_id = ? AND m.role = 'administrator' AND m.accepted_at IS NOT NULL
                          AND m.disabled_at IS NULL AND a.disabled_at IS NULL
                        ORDER BY m.account_id FOR UPDATE OF m""", workspace).map(r -> r.get("account_id", UUID.class)).stream()
                .filter(id -> !id.equals(account))
                .toList()
                .size();
    }
}
