package relais.identity.team;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Directory;
import relais.identity.Roles;
import relais.identity.SettingsTabs;
import relais.platform.tenancy.Tenancy;

/** Reads the people of the workspace and what is shown around every page of the team. */
@Repository
@Transactional(readOnly = true)
public class TeamQueries {
    private final DSLContext sql;
    private final Directory directory;
    private final SettingsTabs tabs;
    private final Roles roles;

    TeamQueries(DSLContext sql, Directory directory, SettingsTabs tabs, Roles roles) {
        this.sql = sql;
        this.directory = directory;
        this.tabs = tabs;
        this.roles = roles;
    }

    /** What stands around a page of the team. */
    public TeamPages.Frame frame(String here) {
        var people = directory.users();
        var inSite = members(GroupKind.SITE);
        var inTeam = members(GroupKind.TEAM);
        var entries = roles.known().stream()
                .map(role -> new TeamPages.Entry(
                        "/settings/team/roles/" + role.code(),
                        role.label(),
                        (int) people.stream()
                                .filter(user -> user.role().equals(role.code()) && !user.disabled())
                                .count(),
                        false))
                .toList();
        var sites = directory.sites().stream()
                .map(site -> entry(GroupKind.SITE, site.id(), site.name(), site.archived(), inSite))
                .toList();
        var teams = directory.teams().stream()
                .map(team -> entry(GroupKind.TEAM, team.id(), team.name(), team.archived(), inTeam))
                .toList();
        return new TeamPages.Frame(tabs.shown(TeamTab.ID), people.size(), entries, sites, teams, here);
    }

    /** The people who are wanted, as every page of the team lists them. */
    public List<TeamPages.Person> people(Predicate<Directory.User> wanted) {
        var sites = names(GroupKind.SITE);
        var teams = names(GroupKind.TEAM);
        var labels = roles.labels();
        return directory.users().stream()
                .filter(wanted)
                .map(user -> new TeamPages.Person(
                        user.id(),
                        user.name(),
                        user.email(),
                        labels.getOrDefault(user.role(), user.role()),
                        sites.getOrDefault(user.id(), ""),
                        teams.getOrDefault(user.id(), ""),
                        user.invited(),
                        user.disabled()))
                .toList();
    }

    /** Who belongs to each group of the kind. */
    Map<UUID, List<UUID>> members(GroupKind kind) {
        return sql
                .fetch(
                        "SELECT " + kind.column + " AS group_id, account_id FROM " + kind.members
                                + " WHERE tenant_id = ?",
                        Tenancy.id())
                .stream()
                .collect(Collectors.groupingBy(
                        r -> r.get("group_id", UUID.class),
                        Collectors.mapping(r -> r.get("account_id", UUID.class), Collectors.toList())));
    }

    private Map<UUID, String> names(GroupKind kind) {
        var names = new HashMap<UUID, String>();
        members(kind).forEach((group, accounts) -> {
            var name = directory.name(group).orElse("");
            accounts.forEach(account -> names.merge(account, name, (one, other) -> one + ", " + other));
        });
        return names;
    }

    private static TeamPages.Entry entry(
            GroupKind kind, UUID id, String name, boolean archived, Map<UUID, List<UUID>> members) {
        int count = members.getOrDefault(id, List.of()).size();
        return new TeamPages.Entry("/settings/team/" + kind.path + "/" + id, name, count, archived);
    }
}
