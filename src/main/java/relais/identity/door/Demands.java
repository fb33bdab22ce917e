package relais.identity.door;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Decides what is asked beyond the password: whoever has a second factor shows it, wherever they enter. */
@Component
public class Demands {
    private final List<SecondFactor> factors;
    private final SignInRules rules;

    Demands(List<SecondFactor> factors, SignInRules rules) {
        this.factors = factors;
        this.rules = rules;
    }

    /** What is asked of this account. */
    public Demand of(UUID account) {
        if (enrolled(account)) {
            return Demand.PROOF;
        }
        return rules.demandFrom(account) ? Demand.ENROLMENT : Demand.NOTHING;
    }

    /** Whether the account has any second factor. */
    public boolean enrolled(UUID account) {
        return factors.stream().anyMatch(factor -> factor.enrolled(account));
    }

    /** What the second step offers the account beside a code. */
    public List<SignInWay.Offer> offers(UUID account) {
        return factors.stream()
                .filter(factor -> factor.enrolled(account))
                .flatMap(factor -> factor.offer().stream())
                .toList();
    }

    /** Whether the account may do without any second factor. */
    public boolean mayDoWithout(UUID account) {
        return !rules.demandFrom(account);
    }

    /** Makes ready what the account needs to take up a second factor. */
    void prepare(UUID account) {
        factors.forEach(factor -> factor.prepare(account));
    }

    /** Takes every second factor away: the person lost them. */
    public void lift(UUID account) {
        factors.forEach(factor -> factor.remove(account));
    }
}
