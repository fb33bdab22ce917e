package relais.identity.door;

import org.springframework.stereotype.Service;
import relais.identity.Account;
import relais.identity.Audit;
import relais.identity.Origin;
import relais.identity.Workspace;
import relais.platform.tenancy.Tenancy;

/** Opens sessions for those who proved who they are, or asks for the second step first. */
@Service
public class Opening {
    private final Sessions sessions;
    private final Throttle throttle;
    private final HalfSignIns halves;
    private final Demands demands;
    private final Audit audit;

    Opening(Sessions sessions, Throttle throttle, HalfSignIns halves, Demands demands, Audit audit) {
        this.sessions = sessions;
        this.throttle = throttle;
        this.halves = halves;
        this.demands = demands;
        this.audit = audit;
    }

    /** One thing was proved, a password or a link: enough, unless more is asked of this person. */
    public SignIn.Result proved(Account account, Workspace workspace, Proof proof) {
        var demand = demands.of(account.id());
        if (demand == Demand.ENROLMENT) {
            demands.prepare(account.id());
        }
        return demand == Demand.NOTHING
                ? open(account, workspace, proof)
                : new SignIn.Result.Half(halves.begin(account.id(), workspace.id(), demand), demand);
    }

    /** Opens a session for somebody who has just proved all that is asked of them. */
    public SignIn.Result.Open open(Account account, Workspace workspace, Proof proof) {
        throttle.sweep();
        sessions.sweep();
        var token = sessions.open(account.id(), workspace.id(), proof);
        ScopedValue.where(Tenancy.CURRENT, workspace.id())
                .run(() -> audit.addAnyway(
                        Audit.Kind.SIGNED_IN,
                        account.id(),
                        account.name(),
                        account.email(),
                        proof.code() + " " + Origin.current().agent()));
        return new SignIn.Result.Open(token, account.id());
    }
}
