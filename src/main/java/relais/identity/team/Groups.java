package relais.identity.team;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Audit;
import relais.identity.Directory;
import relais.identity.Teams;
import relais.identity.door.Sessions;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Fold;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;

/** The sites and teams of the current workspace, and who belongs to them. */
@Service
@Transactional
class Groups {
    private static final int LONGEST = 80;

    private final DSLContext sql;
    private final Clock clock;
    private final Directory directory;
    private final Teams teams;
    private final Sessions sessions;
    private final Audit audit;

    Groups(DSLContext sql, Clock clock, Directory directory, Teams teams, Sessions sessions, Audit audit) {
        this.sql = sql;
        this.clock = clock;
        this.directory = directory;
        this.teams = teams;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** The message key of what is wrong with a name, if anything is; the group itself does not count as taken. */
    Optional<String> problem(GroupKind kind, String name, Optional<UUID> itself) {
        if (Fold.key(name).isEmpty() || name.length() > LONGEST) {
            return Optional.of("team.name.wrong");
        }
        boolean taken = sql.fetchOptional(
                        "SELECT 1 FROM " + kind.table
                                + " WHERE tenant_id = ? AND name_key = ? AND archived_at IS NULL AND id <> ?",
                        Tenancy.id(),
                        Fold.key(name),
                        itself.orElse(new UUID(0, 0)))
                .isPresent();
        return taken ? Optional.of("team.name.taken") : Optional.empty();
    }

    UUID add(GroupKind kind, String name) {
        TeamTab.require();
        var id = Ids.next();
        sql.execute(
                "INSERT INTO " + kind.table
                        + " (tenant_id, id, name, name_key, created_at) VALUES (?, ?, ?, ?, CAST(? AS timestamptz))",
                Tenancy.id(),
                id,
                name.strip(),
                Fold.key(name),
                clock.instant());
        changed(kind.added, name, "");
        return id;
    }

    void rename(GroupKind kind, UUID id, String name) {
        TeamTab.require();
        update(kind, id, "name = ?, name_key = ?", name.strip(), Fold.key(name));
        changed(kind.changed, name, "");
    }

    /** Takes the group out of every choice, or puts it back; what refers to it keeps it. */
    void archived(GroupKind kind, UUID id, boolean archived) {
        TeamTab.require();
        update(kind, id, "archived_at = CAST(? AS timestamptz)", archived ? clock.instant() : null);
        changed(kind.changed, directory.name(id).orElse(""), archived ? "archived" : "restored");
    }

    /** Says which team this one is part of and who leads it; never a circle. */
    void order(UUID team, @Nullable UUID parent, Collection<UUID> leads) {
        TeamTab.require();
        if (parent != null && above(parent).contains(team)) {
            throw new Refused("team.cycle");
        }
        update(GroupKind.TEAM, team, "parent_id = ?", parent);
        sql.execute(
                "UPDATE identity.team_member SET lead = (account_id = ANY(?)) WHERE tenant_id = ? AND team_id = ?",
                leads.toArray(UUID[]::new),
                Tenancy.id(),
                team);
        changed(GroupKind.TEAM.changed, directory.name(team).orElse(""), "order");
    }

    /** The team and those it is part of, as they are in this moment. */
    private Set<UUID> above(UUID team) {
        return sql.fetch(
                        "WITH RECURSIVE up AS (SELECT t.id, t.parent_id FROM identity.team t"
                                + " WHERE t.tenant_id = ? AND t.id = ? UNION SELECT p.id, p.parent_id FROM identity.team p"
                                + " JOIN up ON p.id = up.parent_id WHERE p.tenant_id = ?) SELECT up.id FROM up",
                        Tenancy.id(),
                        team,
                        Tenancy.id())
                .intoSet(0, UUID.class);
    }

    /** Puts the person into exactly these groups of the kind; unknown ones are left out. */
    void assign(GroupKind kind, UUID account, Collection<UUID> groups) {
        TeamTab.require();
        sql.execute(
                "DELETE FROM " + kind.members + " WHERE tenant_id = ? AND account_id = ? AND " + kind.column
                        + " <> ALL(?)",
                Tenancy.id(),
                account,
                groups.toArray(UUID[]::new));
        for (var group : new LinkedHashSet<>(groups)) {
            sql.execute(
                    "INSERT INTO " + kind.members + " (tenant_id, " + kind.column + ", account_id)"
                            + " SELECT g.tenant_id, g.id, CAST(? AS uuid) FROM " + kind.table
                            + " g WHERE g.tenant_id = ? AND g.id = ? ON CONFLICT DO NOTHING",
                    account,
                    Tenancy.id(),
                    group);
        }
    }

    private void update(GroupKind kind, UUID id, String assignments, @Nullable Object... values) {
        var binds = new ArrayList<@Nullable Object>(Arrays.asList(values));
        binds.add(Tenancy.id());
        binds.add(id);
        int updated = sql.execute(
                "UPDATE " + kind.table + " SET " + assignments + " WHERE tenant_id = ? AND id = ?", binds.toArray());
        if (updated == 0) {
            throw new NotFound();
        }
    }

    private void changed(Audit.Kind what, String subject, String detail) {
        audit.add(what, subject, detail);
        directory.changed();
        teams.changed();
        sessions.changed();
    }
}
