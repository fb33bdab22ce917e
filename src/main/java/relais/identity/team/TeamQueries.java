package relais.identity.team;

import java.util.Arrays;
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
import relais.identity.Role;
import relais.identity.SettingsTabs;
import relais.platform.tenancy.Tenancy;
import relais.ui.Words;

/** Reads the people of the workspace and what is shown around every page of the team. */
@Repository
@Transactional(readOnly = true)
class TeamQueries {
    private final DSLContext sql;
    private final Directory directory;
    private final SettingsTabs tabs;

    TeamQueries(DSLContext sql, Directory directory, SettingsTabs tabs) {
        this.sql = sql;
        this.directory = directory;
        this.tabs = tabs;
    }

    TeamPages.Frame frame(String here) {
        var people = directory.users();
        var inSite = members(GroupKind.SITE);
        var inTeam = members(GroupKind.TEAM);
        var roles = Arrays.stream(Role.values())
                .map(role -> new TeamPages.Entry(
                        "/settings/team/roles/" + role.code(),
                        Words.t(role.labelKey()),
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
        return new TeamPages.Frame(tabs.shown(TeamTab.ID), people.size(), roles, sites, teams, here);
    }

    List<TeamPages.Person> people(Predicate<Directory.User> wanted) {
        var sites = names(GroupKind.SITE);
        var teams = names(GroupKind.TEAM);
        return directory.users().stream()
                .filter(wanted)
                .map(user -> new TeamPages.Person(
                        user.id(),
                        user.name(),
                        user.email(),
                        Words.t("role." + user.role()),
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
