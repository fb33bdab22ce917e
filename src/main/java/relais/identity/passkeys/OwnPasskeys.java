package relais.identity.passkeys;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Account;
import relais.identity.Audit;
import relais.identity.door.Demands;
import relais.identity.door.Sessions;
import relais.identity.door.Visit;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;

/** A person's own passkeys: added, renamed, removed, never down to no way in. */
@Service
@Transactional
class OwnPasskeys {
    private static final int MOST = 20;

    private final Passkeys passkeys;
    private final Demands demands;
    private final Sessions sessions;
    private final DSLContext sql;
    private final Audit audit;

    OwnPasskeys(Passkeys passkeys, Demands demands, Sessions sessions, DSLContext sql, Audit audit) {
        this.passkeys = passkeys;
        this.demands = demands;
        this.sessions = sessions;
        this.sql = sql;
        this.audit = audit;
    }

    /** Adds the passkey; every other session of the account ends. */
    void add(Account account, Passkey passkey, Optional<UUID> here) {
        if (passkeys.of(account.id()).size() >= MOST) {
            throw new Refused("passkey.many", MOST);
        }
        if (!passkeys.add(passkey)) {
            throw new Refused("passkey.known");
        }
        sessions.endAllBut(account.id(), here);
        audit.addFor(Audit.Kind.PASSKEY_ADDED, account.id(), account.name(), passkey.name());
    }

    void rename(Account account, UUID id, String name) {
        if (!passkeys.rename(account.id(), id, name)) {
            throw new NotFound();
        }
    }

    /** Removes the passkey, unless it is the last way in, or the last second factor of somebody who must have one. */
    void remove(Visit visit, UUID id) {
        var account = visit.account();
        var name = passkeys.of(account.id()).stream()
                .filter(one -> one.id().equals(id))
                .map(Passkey::name)
                .findFirst()
                .orElseThrow(NotFound::new);
        passkeys.remove(account.id(), id);
        if (!passkeys.enrolled(account.id()) && account.passwordHash().isEmpty() && !vouchedFor(account.id())) {
            throw new Refused("passkey.last");
        }
        if (!demands.enrolled(account.id()) && !demands.mayDoWithout(account.id())) {
            throw new Refused("passkey.needed");
        }
        sessions.endAllBut(account.id(), Optional.of(visit.session()));
        audit.addFor(Audit.Kind.PASSKEY_REMOVED, account.id(), account.name(), name);
    }

    private boolean vouchedFor(UUID account) {
        return sql.fetchOptional("SELECT 1 FROM identity.provider_identity WHERE account_id = ? LIMIT 1", account)
                .isPresent();
    }
}
