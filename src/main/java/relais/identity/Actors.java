package relais.identity;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;

/** Makes the actor of a request or job from what the database says now. */
@Service
public class Actors {
    private static final UUID SYSTEM = new UUID(0L, 0L);

    private final DSLContext sql;
    private final Roles roles;

    Actors(DSLContext sql, Roles roles) {
        this.sql = sql;
        this.roles = roles;
    }

    /** The person in the current workspace; nobody when they do not belong to it, or no longer. */
    @Transactional(readOnly = true)
    public Optional<Actor> user(UUID account) {
        return sql.fetchOptional("""
                        SELECT a.id, a.name, a.locale, a.zone, m.role, m.reach
                        FROM identity.membership m JOIN identity.account a ON a.id = m.account_id
                        WHERE m.workspace_id = ? AND m.account_id = ? AND m.accepted_at IS NOT NULL
                          AND m.disabled_at IS NULL AND a.disabled_at IS NULL""", Tenancy.id(), account).map(r -> user(account, r, sites(account)));
    }

    private Actor user(UUID account, Record r, List<UUID> sites) {
        var role = r.get("role", String.class);
        var reach = reach(role, r.get("reach", String.class), account, sites);
        var grants = roles.grants(role);
        return new Actor(
                Actor.Kind.USER,
                account,
                r.get("name", String.class),
                Tenancy.id(),
                // An import compares with every record there is, and tells what it found.
                reach.everything() ? grants : grants.without(Action.IMPORT),
                Locale.of(r.get("locale", String.class)),
                ZoneId.of(r.get("zone", String.class)),
                sites,
                teams(account),
                reach);
    }

    /** Whoever sets rights sees everything; a word that nobody knows opens nothing more. */
    private static Reach reach(String role, String extent, UUID account, List<UUID> sites) {
        return role.equals(Role.ADMINISTRATOR.code())
                ? Reach.EVERYTHING
                : Reach.of(Reach.Extent.of(extent).orElse(Reach.Extent.OWN), account, sites);
    }

    /** Relais itself, at work in this workspace. */
    public static Actor system(Workspace workspace) {
        var all = new Grants(Map.of("*", EnumSet.allOf(Action.class)));
        return new Actor(
                Actor.Kind.SYSTEM,
                SYSTEM,
                "Relais",
                workspace.id(),
                all,
                workspace.locale(),
                workspace.zone(),
                List.of(),
                List.of(),
                Reach.EVERYTHING);
    }

    private List<UUID> sites(UUID account) {
        return sql.fetch(
                        "SELECT site_id FROM identity.site_member WHERE tenant_id = ? AND account_id = ? ORDER BY site_id",
                        Tenancy.id(),
                        account)
                .map(r -> r.get("site_id", UUID.class));
    }

    private List<UUID> teams(UUID account) {
        return sql.fetch(
                        "SELECT team_id FROM identity.team_member WHERE tenant_id = ? AND account_id = ? ORDER BY team_id",
                        Tenancy.id(),
                        account)
                .map(r -> r.get("team_id", UUID.class));
    }
}
