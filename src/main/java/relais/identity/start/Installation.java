package relais.identity.start;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Account;
import relais.identity.Accounts;
import relais.identity.Audit;
import relais.identity.Memberships;
import relais.identity.Role;
import relais.identity.Workspace;
import relais.identity.Workspaces;
import relais.identity.door.Passwords;

/** Sets an installation up, exactly once. */
@Service
class Installation {
    private final DSLContext sql;
    private final Clock clock;
    private final Accounts accounts;
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final Passwords passwords;
    private final Audit audit;

    Installation(
            DSLContext sql,
            Clock clock,
            Accounts accounts,
            Workspaces workspaces,
            Memberships memberships,
            Passwords passwords,
            Audit audit) {
        this.sql = sql;
        this.clock = clock;
        this.accounts = accounts;
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.passwords = passwords;
        this.audit = audit;
    }

    /** The first workspace and its first administrator. */
    record First(String workspace, String name, String email, String password, Locale locale, ZoneId zone) {}

    /** What the setup made. */
    record Done(Workspace workspace, Account account) {}

    /** Whether somebody set this installation up already. */
    boolean done() {
        return sql.fetchOptional("SELECT 1 FROM identity.installation WHERE id = 1 AND set_up_at IS NOT NULL")
                        .isPresent()
                || !accounts.none();
    }

    /** Sets up; nothing when another did it first, on this node or on another. */
    @Transactional
    Optional<Done> setUp(First first) {
        int won = sql.execute(
                "UPDATE identity.installation SET set_up_at = CAST(? AS timestamptz) WHERE id = 1 AND set_up_at IS NULL",
                clock.instant());
        if (won == 0 || !accounts.none()) {
            return Optional.empty();
        }
        var account = accounts.add(first.email(), first.name(), first.locale(), first.zone());
        accounts.password(account.id(), passwords.hash(first.password()));
        var workspace = workspaces.create(first.workspace(), first.locale(), first.zone(), false);
        memberships.add(workspace.id(), account.id(), Role.ADMINISTRATOR, first.name(), true);
        audit.addFor(Audit.Kind.SET_UP, account.id(), account.name(), workspace.name());
        return Optional.of(new Done(workspace, account));
    }
}
