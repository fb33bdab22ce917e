package relais.identity.door;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import relais.identity.Accounts;
import relais.identity.Memberships;

/** Whether the visitor proves once more to be who they are, before something that opens the account to others. */
@Service
public class ProofAnew {
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final Memberships memberships;
    private final OwnPassword passwords;
    private final Clock clock;

    ProofAnew(Accounts accounts, Memberships memberships, OwnPassword passwords, Clock clock) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** By the password; without one by a fresh sign-in, unless a provider vouched for more than its own workspace. */
    public boolean of(Visit visit, String password) {
        var account = accounts.find(visit.account().id()).orElseThrow();
        if (account.passwordHash().isPresent()) {
            return passwords.proves(account, password);
        }
        boolean stranger = visit.proof() == Proof.PROVIDER
                && memberships.elsewhere(visit.workspace().id(), account.id());
        return !stranger && visit.since().isAfter(clock.instant().minus(FRESH));
    }
}
