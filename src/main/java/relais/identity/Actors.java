package relais.identity;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;

/** Makes the actor of a request or job from what the database says now. */
@Service
public class Actors {
    private static final UUID SYSTEM = new UUID(0L, 0L);

    private static final String PERSON = """
            SELECT a.id, a.name, a.locale, a.zone, m.role, m.reach, r.grants, r.fields, r.rules,
              ARRAY(SELECT s.site_id FROM identity.site_member s
                    WHERE s.tenant_id = ? AND s.account_id = ? ORDER BY s.site_id) AS sites,
              ARRAY(SELECT t.team_id FROM identity.team_member t
                    WHERE t.tenant_id = ? AND t.account_id = ? ORDER BY t.team_id) AS teams
            FROM identity.membership m JOIN identity.account a ON a.id = m.account_id
            LEFT JOIN identity.role r ON r.tenant_id = ? AND r.code = m.role AND r.deleted_at IS NULL
            WHERE m.workspace_id = ? AND m.account_id = ? AND m.accepted_at IS NOT NULL
              AND m.disabled_at IS NULL AND a.disabled_at IS NULL""";

    private final DSLContext sql;
    private final Teams teams;

    Actors(DSLContext sql, Teams teams) {
        this.sql = sql;
        this.teams = teams;
    }

    /** The person in the current workspace; nobody when they do not belong to it, or no longer. */
    @Transactional(readOnly = true)
    public Optional<Actor> user(UUID account) {
        var here = Tenancy.id();
        return sql.fetchOptional(PERSON, here, account, here, account, here, here, account)
                .map(r -> user(account, r));
    }

    private Actor user(UUID account, Record r) {
        var sites = ids(r.get("sites", UUID[].class));
        var reach = reach(r, account, sites);
        var grants = RightsJson.grants(r.get("grants", String.class), r.get("fields", String.class));
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
                ids(r.get("teams", UUID[].class)),
                reach);
    }

    private static List<UUID> ids(UUID @Nullable [] ids) {
        return ids == null ? List.of() : List.of(ids);
    }

    /** Whoever sets rights sees everything; a word that nobody knows opens nothing more. */
    private Reach reach(Record r, UUID account, List<UUID> sites) {
        if (r.get("role", String.class).equals(Role.ADMINISTRATOR.code())) {
            return Reach.EVERYTHING;
        }
        var extent = Reach.Extent.of(r.get("reach", String.class)).orElse(Reach.Extent.OWN);
        var rules = RightsJson.readRules(r.get("rules", String.class));
        boolean team = rules.values().stream().anyMatch(RowRule::team);
        rules.values().removeIf(rule -> !rule.limits());
        if (extent == Reach.Extent.EVERYTHING && rules.isEmpty()) {
            return Reach.EVERYTHING;
        }
        return new Reach(
                extent == Reach.Extent.EVERYTHING,
                account,
                sites,
                team ? teams.led(account) : List.of(),
                rules,
                shares(account),
                false);
    }

    /** What is shared with the person, read only for those who do not see everything. */
    private Map<UUID, Boolean> shares(UUID account) {
        var shares = new HashMap<UUID, Boolean>();
        sql.fetch(
                        "SELECT g.record_id, g.writing FROM identity.share g"
                                + " WHERE g.tenant_id = ? AND g.person_id = ? AND g.deleted_at IS NULL",
                        Tenancy.id(),
                        account)
                .forEach(g -> shares.put(
                        UUID.fromString(g.get(0, String.class)), Boolean.TRUE.equals(g.get(1, Boolean.class))));
        return shares;
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
}
