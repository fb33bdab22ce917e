package relais.identity.team;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Account;
import relais.identity.Accounts;
import relais.identity.Audit;
import relais.identity.Directory;
import relais.identity.Memberships;
import relais.identity.Workspaces;
import relais.identity.door.Sessions;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;

/** What a company's directory does with the people and teams of the current workspace, by the same rules as pages. */
@Service
@Transactional
public class Provisioning {
    private final Accounts accounts;
    private final Memberships memberships;
    private final Workspaces workspaces;
    private final People people;
    private final Groups groups;
    private final TeamQueries queries;
    private final Directory directory;
    private final Sessions sessions;
    private final Audit audit;

    Provisioning(
            Accounts accounts,
            Memberships memberships,
            Workspaces workspaces,
            People people,
            Groups groups,
            TeamQueries queries,
            Directory directory,
            Sessions sessions,
            Audit audit) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.workspaces = workspaces;
        this.people = people;
        this.groups = groups;
        this.queries = queries;
        this.directory = directory;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** A team and who belongs to it. */
    public record Team(UUID id, String name, Set<UUID> members) {}

    /** Adds somebody; whoever has an account elsewhere takes the invitation up themself. */
    public UUID join(String name, String email, String role) {
        TeamTab.require();
        var workspace = workspaces.find(Tenancy.id()).orElseThrow(NotFound::new);
        var account = accounts.add(email, name, workspace.locale(), workspace.zone());
        boolean theirs = memberships.elsewhere(workspace.id(), account.id());
        memberships.add(workspace.id(), account.id(), role, name, !theirs);
        changed(Audit.Kind.USER_INVITED, account, "scim " + role);
        return account.id();
    }

    /** Gives the person this name, unless their account serves elsewhere too. */
    public void name(UUID id, String name) {
        var account = own(id);
        if (!account.name().equals(name) && !memberships.elsewhere(Tenancy.id(), id)) {
            accounts.profile(id, name, account.locale(), account.zone());
            changed(Audit.Kind.USER_CHANGED, account, "name");
        }
    }

    /** Gives the person this address to sign in with. */
    public void email(UUID id, String email) {
        var account = own(id);
        if (Account.key(account.email()).equals(Account.key(email))) {
            return;
        }
        if (memberships.elsewhere(Tenancy.id(), id) || accounts.byEmail(email).isPresent()) {
            throw new Refused("team.address");
        }
        accounts.email(id, email);
        changed(Audit.Kind.USER_CHANGED, account, email);
    }

    /** Gives the person this role; the workspace always keeps an administrator. */
    public void role(UUID id, String role) {
        own(id);
        people.role(id, role);
    }

    /** Bars the person at once, or lets them in again. */
    public void active(UUID id, boolean active) {
        var member = memberships.find(Tenancy.id(), id).orElseThrow(NotFound::new);
        if (member.disabled() == !active) {
            return;
        }
        if (active) {
            people.enable(id);
        } else {
            people.disable(id);
        }
    }

    /** Every team that is not archived. */
    @Transactional(readOnly = true)
    public List<Team> teams() {
        Map<UUID, List<UUID>> members = queries.members(GroupKind.TEAM);
        return directory.teams().stream()
                .filter(team -> !team.archived())
                .map(team -> new Team(team.id(), team.name(), Set.copyOf(members.getOrDefault(team.id(), List.of()))))
                .toList();
    }

    /** Adds a team. */
    public UUID add(String name) {
        return groups.add(GroupKind.TEAM, name);
    }

    /** Gives the team another name. */
    public void rename(UUID team, String name) {
        groups.rename(GroupKind.TEAM, team, name);
    }

    /** Takes the team out of every choice. */
    public void archive(UUID team) {
        groups.archived(GroupKind.TEAM, team, true);
    }

    /** Makes exactly these people the members of the team. */
    public void members(UUID team, Collection<UUID> wanted) {
        TeamTab.require();
        var all = queries.members(GroupKind.TEAM);
        var before = new HashSet<>(all.getOrDefault(team, List.of()));
        var moved = new HashSet<>(before);
        moved.addAll(wanted);
        moved.removeIf(person -> before.contains(person) == wanted.contains(person));
        for (var person : moved) {
            var teams = new HashSet<UUID>();
            all.forEach((one, members) -> {
                if (members.contains(person)) {
                    teams.add(one);
                }
            });
            if (wanted.contains(person)) {
                teams.add(team);
            } else {
                teams.remove(team);
            }
            groups.assign(GroupKind.TEAM, person, teams);
            changed(Audit.Kind.USER_CHANGED, own(person), directory.name(team).orElse(""));
        }
    }

    private Account own(UUID id) {
        TeamTab.require();
        memberships.find(Tenancy.id(), id).orElseThrow(NotFound::new);
        return accounts.find(id).orElseThrow(NotFound::new);
    }

    private void changed(Audit.Kind kind, Account account, String detail) {
        audit.add(kind, account.email(), detail);
        directory.changed();
        sessions.changed();
    }
}
