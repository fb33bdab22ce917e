package relais.identity.door;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import relais.identity.Account;
import relais.identity.Accounts;
import relais.identity.Audit;
import relais.identity.Memberships;
import relais.identity.Origin;
import relais.identity.Workspace;
import relais.platform.tenancy.Tenancy;

/** Checks e-mail and password; known and unknown accounts get the same answer after the same time. */
@Service
public class SignIn {
    private final Accounts accounts;
    private final Memberships memberships;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Sessions sessions;
    private final Audit audit;

    SignIn(
            Accounts accounts,
            Memberships memberships,
            Passwords passwords,
            Throttle throttle,
            Sessions sessions,
            Audit audit) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** What an attempt led to. */
    public sealed interface Result {
        /** The session's token, for the browser to hold. */
        record Open(String token, UUID account) implements Result {}

        /** E-mail or password is wrong, or the account may enter nowhere. */
        record Wrong() implements Result {}

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
        var places = found.map(account -> memberships.open(account.id())).orElse(List.of());
        if (!passwords.matches(password, hash) || places.isEmpty()) {
            failed(key, places);
            return new Result.Wrong();
        }
        throttle.right(keys);
        return open(found.orElseThrow(), places.getFirst());
    }

    /** The administrators of the workspace that the attempt was for see it; one for nobody's address is kept too. */
    private void failed(String key, List<Workspace> places) {
        if (places.isEmpty()) {
            audit.addAnyway(Audit.Kind.SIGN_IN_FAILED, null, "", key, "");
        } else {
            ScopedValue.where(Tenancy.CURRENT, places.getFirst().id())
                    .run(() -> audit.addAnyway(Audit.Kind.SIGN_IN_FAILED, null, "", key, ""));
        }
    }

    /** Opens a session for somebody who has just proved who they are. */
    public Result.Open open(Account account, Workspace workspace) {
        throttle.sweep();
        sessions.sweep();
        var token = sessions.open(account.id(), workspace.id());
        ScopedValue.where(Tenancy.CURRENT, workspace.id())
                .run(() -> audit.addAnyway(
                        Audit.Kind.SIGNED_IN,
                        account.id(),
                        account.name(),
                        account.email(),
                        Origin.current().agent()));
        return new Result.Open(token, account.id());
    }

    private static Throttle.Keys keys(String key, Optional<Account> found, Optional<String> device) {
        var known = device.filter(value ->
                found.map(account -> value.startsWith(account.id() + ":")).orElse(false));
        return known.map(value -> Throttle.Keys.device(key, value))
                .orElseGet(() -> Throttle.Keys.stranger(key, Origin.current().ip()));
    }
}
