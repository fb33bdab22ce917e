package relais.identity.team;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Account;
import relais.identity.Accounts;
import relais.identity.Actor;
import relais.identity.Audit;
import relais.identity.Directory;
import relais.identity.Memberships;
import relais.identity.Reach;
import relais.identity.Role;
import relais.identity.Roles;
import relais.identity.door.Links;
import relais.identity.door.Sessions;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;

/** The people of the current workspace, as its administrators see to them. */
@Service
@Transactional
public class People {
    private final Accounts accounts;
    private final Memberships memberships;
    private final Roles roles;
    private final Groups groups;
    private final Links links;
    private final Sessions sessions;
    private final Directory directory;
    private final Audit audit;

    People(
            Accounts accounts,
            Memberships memberships,
            Roles roles,
            Groups groups,
            Links links,
            Sessions sessions,
            Directory directory,
            Audit audit) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.roles = roles;
        this.groups = groups;
        this.links = links;
        this.sessions = sessions;
        this.directory = directory;
        this.audit = audit;
    }

    /** Someone invited, and the link by which they enter. */
    public record Invited(UUID account, String link) {}

    /** Invites someone and gives them their places; nothing when they belong to the workspace already. */
    Optional<Invited> invite(String name, String email, PersonForm form) {
        var invited = invite(name, email, form.roleCode());
        invited.ifPresent(one -> {
            memberships.reach(Tenancy.id(), one.account(), form.chosenReach(Reach.Extent.EVERYTHING));
            groups.assign(GroupKind.SITE, one.account(), form.chosenSites());
            groups.assign(GroupKind.TEAM, one.account(), form.chosenTeams());
        });
        return invited;
    }

    /** Invites someone; nothing when they belong to the workspace already. */
    public Optional<Invited> invite(String name, String email, Role role) {
        return invite(name, email, role.code());
    }

    private Optional<Invited> invite(String name, String email, String role) {
        TeamTab.require();
        var actor = Actor.current();
        var account = accounts.add(email, name, actor.locale(), actor.zone());
        if (!memberships.add(Tenancy.id(), account.id(), role, name, false)) {
            return Optional.empty();
        }
        changed(Audit.Kind.USER_INVITED, account, role);
        return Optional.of(new Invited(account.id(), links.invite(account.id(), Tenancy.id())));
    }

    /** Gives the person this role and these places; the workspace always keeps an administrator. */
    void change(UUID id, PersonForm form) {
        TeamTab.require();
        if (roles.known(form.roleCode()).isEmpty()) {
            throw new Refused("team.role");
        }
        var member = member(id);
        if (!administers(form.roleCode())) {
            keepAnAdministrator(member);
        }
        memberships.role(Tenancy.id(), id, form.roleCode());
        groups.assign(GroupKind.SITE, id, form.chosenSites());
        groups.assign(GroupKind.TEAM, id, form.chosenTeams());
        var kind = member.role().equals(form.roleCode()) ? Audit.Kind.USER_CHANGED : Audit.Kind.ROLE_CHANGED;
        changed(kind, account(id), member.role() + " > " + form.roleCode());
        var reach = form.chosenReach(member.reach());
        if (reach != member.reach()) {
            memberships.reach(Tenancy.id(), id, reach);
            changed(Audit.Kind.REACH_CHANGED, account(id), member.reach().code() + " > " + reach.code());
        }
    }

    /** Gives the person the role of this code, and leaves the rest; the workspace always keeps an administrator. */
    void role(UUID id, String role) {
        TeamTab.require();
        var member = member(id);
        if (member.role().equals(role)) {
            return;
        }
        if (roles.known(role).isEmpty()) {
            throw new Refused("team.role");
        }
        if (!administers(role)) {
            keepAnAdministrator(member);
        }
        memberships.role(Tenancy.id(), id, role);
        changed(Audit.Kind.ROLE_CHANGED, account(id), member.role() + " > " + role);
    }

    /** How far the person sees. */
    @Transactional(readOnly = true)
    public Reach.Extent reach(UUID id) {
        return member(id).reach();
    }

    /** Bars the person from this workspace: their sessions in it end at once. */
    public void disable(UUID id) {
        TeamTab.require();
        var member = member(id);
        if (id.equals(Actor.current().id())) {
            throw new Refused("team.self");
        }
        keepAnAdministrator(member);
        memberships.disabled(Tenancy.id(), id, true);
        sessions.endAllIn(Tenancy.id(), id);
        links.withdraw(id, Tenancy.id());
        changed(Audit.Kind.USER_DISABLED, account(id), "");
    }

    /** Lets the person in again. */
    public void enable(UUID id) {
        TeamTab.require();
        member(id);
        memberships.disabled(Tenancy.id(), id, false);
        changed(Audit.Kind.USER_ENABLED, account(id), "");
    }

    /** A link by which the person enters: an invitation while they have not joined, a new password after. */
    public String link(UUID id) {
        TeamTab.require();
        var member = member(id);
        audit.add(Audit.Kind.LINK_MADE, account(id).email(), "");
        if (!member.accepted()) {
            return links.invite(id, Tenancy.id());
        }
        if (memberships.elsewhere(Tenancy.id(), id)) {
            throw new Refused("team.elsewhere");
        }
        return links.reset(id);
    }

    private static boolean administers(String role) {
        return role.equals(Role.ADMINISTRATOR.code());
    }

    private void keepAnAdministrator(Memberships.Membership member) {
        boolean counts = administers(member.role()) && member.accepted() && !member.disabled();
        if (counts && memberships.administratorsWithout(Tenancy.id(), member.account()) == 0) {
            throw new Refused("team.last");
        }
    }

    private Memberships.Membership member(UUID id) {
        return memberships.find(Tenancy.id(), id).orElseThrow(NotFound::new);
    }

    private Account account(UUID id) {
        return accounts.find(id).orElseThrow(NotFound::new);
    }

    private void changed(Audit.Kind kind, Account account, String detail) {
        audit.add(kind, account.email(), detail);
        directory.changed();
        sessions.changed();
    }
}
