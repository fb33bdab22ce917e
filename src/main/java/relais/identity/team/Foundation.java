package relais.identity.team;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Account;
import relais.identity.Accounts;
import relais.identity.Actor;
import relais.identity.Actors;
import relais.identity.Memberships;
import relais.identity.Reach;
import relais.identity.Role;
import relais.identity.Workspace;
import relais.identity.Workspaces;
import relais.identity.door.Links;
import relais.identity.door.Passwords;
import relais.identity.door.Sessions;
import relais.identity.door.SignInRules;
import relais.platform.tenancy.Tenancy;

/** Founds a workspace with its sites and people in one go, as the system: for the demonstration. */
@Service
public class Foundation {
    private final Workspaces workspaces;
    private final Accounts accounts;
    private final Memberships memberships;
    private final Groups groups;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Links links;
    private final SignInRules rules;

    Foundation(
            Workspaces workspaces,
            Accounts accounts,
            Memberships memberships,
            Groups groups,
            Passwords passwords,
            Sessions sessions,
            Links links,
            SignInRules rules) {
        this.workspaces = workspaces;
        this.accounts = accounts;
        this.memberships = memberships;
        this.groups = groups;
        this.passwords = passwords;
        this.sessions = sessions;
        this.links = links;
        this.rules = rules;
    }

    /** Someone to work in the workspace, at these sites. */
    public record Person(String name, String email, Role role) {}

    /** Makes a workspace that is marked as a demonstration. */
    public Workspace demonstration(String name, Locale locale, ZoneId zone) {
        var workspace = workspaces.create(name, locale, zone, true);
        passwordsSuffice(workspace);
        return workspace;
    }

    /** Asks nobody in the workspace for more than their password, which everybody was told anyway. */
    public void passwordsSuffice(Workspace workspace) {
        rules.set(workspace.id(), new SignInRules.Rule(SignInRules.Demanded.NOBODY, false));
    }

    /** Adds a site to the workspace. */
    public UUID site(Workspace workspace, String name) {
        return ScopedValue.where(Tenancy.CURRENT, workspace.id())
                .where(Actor.CURRENT, Actors.system(workspace))
                .call(() -> groups.add(GroupKind.SITE, name));
    }

    /** Adds a person with an account of their own, who can sign in once there is a password. */
    @Transactional
    public Account person(Workspace workspace, Person person) {
        var account = accounts.add(person.email(), person.name(), workspace.locale(), workspace.zone());
        memberships.add(workspace.id(), account.id(), person.role(), person.name(), true);
        return account;
    }

    /** Gives an account its password. */
    public void password(UUID account, String password) {
        accounts.password(account, passwords.hash(password));
    }

    /** Puts the person into these sites. */
    public void assign(Workspace workspace, UUID account, List<UUID> sites) {
        ScopedValue.where(Tenancy.CURRENT, workspace.id())
                .where(Actor.CURRENT, Actors.system(workspace))
                .run(() -> groups.assign(GroupKind.SITE, account, sites));
    }

    /** Lets the person see this far. */
    public void reach(Workspace workspace, UUID account, Reach.Extent extent) {
        memberships.reach(workspace.id(), account, extent);
        sessions.changed();
    }

    /** Where to set up an installation in which nobody can sign in any more. */
    public Optional<String> setup() {
        sessions.changed();
        return accounts.none() ? Optional.of(links.setup()) : Optional.empty();
    }
}
