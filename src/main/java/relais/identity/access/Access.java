package relais.identity.access;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Accounts;
import relais.identity.Actor;
import relais.identity.Audit;
import relais.identity.Memberships;
import relais.identity.door.Demands;
import relais.identity.door.Sessions;
import relais.identity.door.SignInRules;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;

/** What administrators decide about how people enter their workspace. */
@Service
@Transactional
class Access {
    private final SignInRules rules;
    private final Memberships memberships;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Demands demands;
    private final Audit audit;

    Access(
            SignInRules rules,
            Memberships memberships,
            Accounts accounts,
            Sessions sessions,
            Demands demands,
            Audit audit) {
        this.rules = rules;
        this.memberships = memberships;
        this.accounts = accounts;
        this.sessions = sessions;
        this.demands = demands;
        this.audit = audit;
    }

    /** Decides who must have a second factor; it is asked of them at their next sign-in. */
    void demand(SignInRules.Demanded demanded) {
        SignInTab.require();
        var former = rules.of(Tenancy.id());
        rules.set(Tenancy.id(), new SignInRules.Rule(demanded, former.providerOnly()));
        audit.add(
                Audit.Kind.SIGN_IN_RULE_CHANGED,
                demanded.code(),
                former.secondFactor().code() + " > " + demanded.code());
    }

    /** Ends the person's sessions in this workspace. */
    void endSessions(UUID person) {
        var email = email(person);
        sessions.endAllIn(Tenancy.id(), person);
        audit.add(Audit.Kind.SESSIONS_ENDED, email, "");
    }

    /** Takes the person's second factor away, who lost it; their sessions end, and they choose another. */
    void lift(UUID person) {
        var email = email(person);
        if (person.equals(Actor.current().id())) {
            throw new Refused("access.self");
        }
        if (memberships.elsewhere(Tenancy.id(), person)) {
            throw new Refused("access.elsewhere");
        }
        demands.lift(person);
        sessions.endAllIn(Tenancy.id(), person);
        audit.add(Audit.Kind.SECOND_FACTOR_REMOVED, email, "");
    }

    private String email(UUID person) {
        SignInTab.require();
        memberships.find(Tenancy.id(), person).orElseThrow(NotFound::new);
        return accounts.find(person).orElseThrow(NotFound::new).email();
    }
}
