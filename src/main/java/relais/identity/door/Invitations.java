package relais.identity.door;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Account;
import relais.identity.Accounts;
import relais.identity.Audit;
import relais.identity.Memberships;
import relais.identity.Workspace;
import relais.identity.Workspaces;
import relais.platform.tenancy.Tenancy;

/** What a one-time link leads to: a new password, or a place in a workspace. */
@Service
class Invitations {
    private final Links links;
    private final Accounts accounts;
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final OwnPassword passwords;
    private final Demands demands;
    private final Audit audit;

    Invitations(
            Links links,
            Accounts accounts,
            Workspaces workspaces,
            Memberships memberships,
            OwnPassword passwords,
            Demands demands,
            Audit audit) {
        this.links = links;
        this.accounts = accounts;
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.passwords = passwords;
        this.demands = demands;
        this.audit = audit;
    }

    /** An open link with whom and what it is for. */
    record Opened(Account account, Optional<Workspace> workspace) {
        /** An invited person who has a password shows it instead of choosing one. */
        boolean known() {
            return workspace.isPresent() && account.passwordHash().isPresent();
        }
    }

    /** What the token opens; nothing when it was used, is too old, or its account may not enter. */
    Optional<Opened> find(String token) {
        return links.find(token)
                .filter(link -> link.purpose() != Links.Purpose.SETUP)
                .flatMap(link -> link.account()
                        .flatMap(accounts::find)
                        .filter(account -> !account.disabled())
                        .map(account -> new Opened(account, link.workspace().flatMap(workspaces::find))));
    }

    /** Uses the link: sets the password when it is a new one, enters the workspace when invited; false when too late. */
    @Transactional
    boolean take(String token, Opened opened, String password) {
        if (!links.use(token)) {
            return false;
        }
        var account = opened.account();
        if (account.passwordHash().isEmpty()) {
            // Nobody has proved yet to own the address: what others may have added before does not count.
            demands.lift(account.id());
        }
        if (!opened.known()) {
            passwords.set(account, password, Optional.empty());
        }
        opened.workspace().ifPresent(workspace -> join(account, workspace));
        return true;
    }

    private void join(Account account, Workspace workspace) {
        memberships.accept(workspace.id(), account.id());
        ScopedValue.where(Tenancy.CURRENT, workspace.id())
                .run(() -> audit.addFor(Audit.Kind.USER_JOINED, account.id(), account.name(), account.email()));
    }
}
