package relais.identity.start;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Account;
import relais.identity.Accounts;
import relais.identity.Actor;
import relais.identity.Actors;
import relais.identity.Audit;
import relais.identity.Memberships;
import relais.identity.Role;
import relais.identity.Workspace;
import relais.identity.door.Demands;
import relais.identity.door.Links;
import relais.identity.door.Sessions;
import relais.identity.team.People;
import relais.platform.tenancy.Tenancy;

/** What whoever runs the installation may do with its accounts, whatever the workspace. */
@Service
class Operator {
    private final Accounts accounts;
    private final Memberships memberships;
    private final People people;
    private final Links links;
    private final Sessions sessions;
    private final Demands demands;
    private final Audit audit;

    Operator(
            Accounts accounts,
            Memberships memberships,
            People people,
            Links links,
            Sessions sessions,
            Demands demands,
            Audit audit) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.people = people;
        this.links = links;
        this.sessions = sessions;
        this.demands = demands;
        this.audit = audit;
    }

    /** Every account with the workspaces it may enter. */
    List<String> lines() {
        return accounts.all().stream()
                .map(account -> "%s\t%s\t%s%s"
                        .formatted(
                                account.email(),
                                account.name(),
                                String.join(", ", slugs(account)),
                                account.disabled() ? "\tdisabled" : ""))
                .toList();
    }

    Optional<Account> find(String email) {
        return accounts.byEmail(email);
    }

    /** Adds the person to the workspace; the link by which they enter. */
    Optional<String> add(Workspace workspace, String email, String name, Role role) {
        return ScopedValue.where(Tenancy.CURRENT, workspace.id())
                .where(Actor.CURRENT, Actors.system(workspace))
                .call(() -> people.invite(name, email, role).map(People.Invited::link));
    }

    /** A link for a new password; for someone who was invited and has not come yet, the invitation again. */
    @Transactional
    String resetLink(Account account) {
        audit.addFor(Audit.Kind.LINK_MADE, account.id(), "./relais user", account.email());
        var waiting = memberships.waiting(account.id());
        boolean nowhereYet = memberships.open(account.id()).isEmpty() && !waiting.isEmpty();
        return nowhereYet ? links.invite(account.id(), waiting.getFirst()) : links.reset(account.id());
    }

    /** Takes every second factor away from somebody who lost them; their sessions end. */
    @Transactional
    void lift(Account account) {
        demands.lift(account.id());
        sessions.endAll(account.id(), Optional.empty());
        audit.addFor(Audit.Kind.SECOND_FACTOR_REMOVED, account.id(), "./relais user", account.email());
    }

    /** Bars the account from the installation, or lets it in again. */
    @Transactional
    void disabled(Account account, boolean disabled) {
        accounts.disabled(account.id(), disabled);
        if (disabled) {
            sessions.endAll(account.id(), Optional.empty());
        }
        var kind = disabled ? Audit.Kind.USER_DISABLED : Audit.Kind.USER_ENABLED;
        audit.addFor(kind, account.id(), "./relais user", account.email());
    }

    private List<String> slugs(Account account) {
        return memberships.open(account.id()).stream().map(Workspace::slug).toList();
    }
}
