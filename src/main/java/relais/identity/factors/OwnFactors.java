package relais.identity.factors;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Account;
import relais.identity.Audit;
import relais.identity.door.Demands;
import relais.identity.door.Proof;
import relais.identity.door.Sessions;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;

/** A person's application and recovery codes: taken up, used, renewed, given up. */
@Service
@Transactional
class OwnFactors {
    private final AuthenticatorApps apps;
    private final RecoveryCodes codes;
    private final Sessions sessions;
    private final Demands demands;
    private final Audit audit;

    OwnFactors(AuthenticatorApps apps, RecoveryCodes codes, Sessions sessions, Demands demands, Audit audit) {
        this.apps = apps;
        this.codes = codes;
        this.sessions = sessions;
        this.demands = demands;
        this.audit = audit;
    }

    /** The first code of the application that waits: it counts from now on. The answer is the recovery codes. */
    Optional<List<String>> confirm(Account account, String code, Optional<UUID> here) {
        if (!apps.confirm(account.id(), code)) {
            return Optional.empty();
        }
        sessions.endAllBut(account.id(), here);
        audit.addFor(Audit.Kind.SECOND_FACTOR_ADDED, account.id(), account.name(), account.email());
        return Optional.of(codes.renew(account.id()));
    }

    /** Whether the account has any second factor. */
    @Transactional(readOnly = true)
    public boolean on(Account account) {
        return demands.enrolled(account.id());
    }

    /** Whether the account can show any code, of an application or on paper. */
    @Transactional(readOnly = true)
    public boolean hasCodes(Account account) {
        return apps.enrolled(account.id()) || codes.left(account.id()) > 0;
    }

    /** What a code proves: one of the application, or one on paper. */
    Optional<Proof> use(Account account, String code) {
        if (apps.use(account.id(), code)) {
            return Optional.of(Proof.CODE);
        }
        if (codes.use(account.id(), code)) {
            audit.addFor(Audit.Kind.RECOVERY_CODE_USED, account.id(), account.name(), account.email());
            return Optional.of(Proof.RECOVERY);
        }
        return Optional.empty();
    }

    /** New recovery codes in place of those before. */
    List<String> renew(Account account) {
        if (!demands.enrolled(account.id())) {
            throw new NotFound();
        }
        audit.addFor(Audit.Kind.RECOVERY_CODES_MADE, account.id(), account.name(), account.email());
        return codes.renew(account.id());
    }

    /** Gives the application up; refused when the person must keep a second factor and has no other. */
    void remove(Account account, UUID here) {
        apps.remove(account.id());
        if (!demands.enrolled(account.id())) {
            if (!demands.mayDoWithout(account.id())) {
                throw new Refused("factor.needed");
            }
            codes.remove(account.id());
        }
        sessions.endAllBut(account.id(), Optional.of(here));
        audit.addFor(Audit.Kind.SECOND_FACTOR_REMOVED, account.id(), account.name(), account.email());
    }
}
