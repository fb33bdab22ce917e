package relais.identity.door;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import relais.identity.Account;
import relais.identity.Accounts;
import relais.identity.Audit;
import relais.identity.Origin;
import relais.identity.Workspace;
import relais.platform.tenancy.Tenancy;

/** Checks e-mail and password; known and unknown accounts get the same answer after the same time. */
@Service
public class SignIn {
    private final Accounts accounts;
    private final Places places;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Opening opening;
    private final Audit audit;

    SignIn(Accounts accounts, Places places, Passwords passwords, Throttle throttle, Opening opening, Audit audit) {
        this.accounts = accounts;
        this.places = places;
        this.passwords = passwords;
        this.throttle = throttle;
        this.opening = opening;
        this.audit = audit;
    }

    /** What an attempt led to. */
    public sealed interface Result {
        /** The session's token, for the browser to hold. */
        record Open(String token, UUID account) implements Result {}

        /** The password is right; the token stands for it until the second step is done. */
        record Half(String token, Demand demand) implements Result {}

        /** E-mail or password is wrong, or the account may enter nowhere. */
        record Wrong() implements Result {}

        /** The password is right, but only the company's provider opens its workspace. */
        record Elsewhere() implements Result {}

        /** Too many attempts; worth trying again after the wait. */
        record Wait(Duration time) implements Result {}
    }

    /** Tries to sign in; {@code device} is the account that this browser proved to be a known device of. */
    Result attempt(String email, String password, Optional<String> device) {
        var key = Account.key(email);
        var found = accounts.byEmail(email);
        var keys = keys(key, found, device);
        var wait = throttle.attempt(keys);
        if (wait.isPresent()) {
            return new Result.Wait(wait.get());
        }
        var hash = found.filter(account -> !account.disabled()).flatMap(Account::passwordHash);
        var open = found.map(account -> places.of(account.id())).orElse(List.of());
        boolean right = passwords.matches(password, hash);
        if (!right || open.isEmpty()) {
            failed(key, open);
            boolean provider =
                    right && places.byProviderOnly(found.orElseThrow().id());
            return provider ? new Result.Elsewhere() : new Result.Wrong();
        }
        throttle.right(keys);
        return opening.proved(found.orElseThrow(), open.getFirst(), Proof.PASSWORD);
    }

    /** The administrators of the workspace that the attempt was for see it; one for nobody's address is kept too. */
    private void failed(String key, List<Workspace> open) {
        if (open.isEmpty()) {
            audit.addAnyway(Audit.Kind.SIGN_IN_FAILED, null, "", key, "");
        } else {
            ScopedValue.where(Tenancy.CURRENT, open.getFirst().id())
                    .run(() -> audit.addAnyway(Audit.Kind.SIGN_IN_FAILED, null, "", key, ""));
        }
    }

    private static Throttle.Keys keys(String key, Optional<Account> found, Optional<String> device) {
        var known = device.filter(value ->
                found.map(account -> value.startsWith(account.id() + ":")).orElse(false));
        return known.map(value -> Throttle.Keys.device(key, value))
                .orElseGet(() -> Throttle.Keys.stranger(key, Origin.current().ip()));
    }
}
