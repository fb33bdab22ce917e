package relais.identity.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import relais.identity.Account;
import relais.identity.Accounts;
import relais.identity.Audit;
import relais.identity.Memberships;
import relais.identity.Workspace;
import relais.platform.tenancy.Tenancy;

/** The second step of a sign-in: wrong ones are counted per account, whoever sends them. */
@Service
public class SecondStep {
    private final HalfSignIns halves;
    private final Cookies cookies;
    private final Throttle throttle;
    private final Opening opening;
    private final Accounts accounts;
    private final Memberships memberships;
    private final Audit audit;

    SecondStep(
            HalfSignIns halves,
            Cookies cookies,
            Throttle throttle,
            Opening opening,
            Accounts accounts,
            Memberships memberships,
            Audit audit) {
        this.halves = halves;
        this.cookies = cookies;
        this.throttle = throttle;
        this.opening = opening;
        this.accounts = accounts;
        this.memberships = memberships;
        this.audit = audit;
    }

    /** The sign-in that waits in this browser. */
    public Optional<HalfSignIn> of(HttpServletRequest request) {
        return cookies.read(request, Cookies.HALF).flatMap(halves::find);
    }

    /** Whose sign-in it is; nobody once they were barred. */
    public Optional<Account> account(HalfSignIn half) {
        return accounts.find(half.account()).filter(account -> !account.disabled());
    }

    /** Tries the second step; what it proves together with the first, when it is right. */
    public SignIn.Result prove(HalfSignIn half, Supplier<Optional<Proof>> check) {
        var keys = Throttle.Keys.factor(half.account());
        var wait = throttle.attempt(keys);
        if (wait.isPresent()) {
            return new SignIn.Result.Wait(wait.get());
        }
        var account = account(half);
        var place = memberships.open(half.account()).stream()
                .filter(workspace -> workspace.id().equals(half.workspace()))
                .findFirst();
        var proof = account.isEmpty() || place.isEmpty() ? Optional.<Proof>empty() : check.get();
        if (proof.isEmpty() || !halves.take(half)) {
            failed(half, account);
            return new SignIn.Result.Wrong();
        }
        throttle.right(keys);
        return opening.open(account.orElseThrow(), place.orElseThrow(), proof.get());
    }

    private void failed(HalfSignIn half, Optional<Account> account) {
        halves.failed(half);
        var email = account.map(Account::email).orElse("");
        ScopedValue.where(Tenancy.CURRENT, half.workspace())
                .run(() -> audit.addAnyway(Audit.Kind.SECOND_FACTOR_FAILED, half.account(), "", email, ""));
    }

    /** The workspace that the sign-in leads to. */
    public Optional<Workspace> workspace(HalfSignIn half) {
        return memberships.open(half.account()).stream()
                .filter(workspace -> workspace.id().equals(half.workspace()))
                .findFirst();
    }
}
