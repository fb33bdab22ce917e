package relais.identity.door;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Account;
import relais.identity.Accounts;
import relais.identity.Audit;
import relais.identity.Origin;

/** Setting a password: the new one must be good enough, and everything that the old one opened ends. */
@Service
public class OwnPassword {
    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final Throttle throttle;
    private final Sessions sessions;
    private final Links links;
    private final Audit audit;

    OwnPassword(
            Accounts accounts,
            Passwords passwords,
            PasswordPolicy policy,
            Throttle throttle,
            Sessions sessions,
            Links links,
            Audit audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.policy = policy;
        this.throttle = throttle;
        this.sessions = sessions;
        this.links = links;
        this.audit = audit;
    }

    /** Changes the visitor's password; the message keys of what is wrong, by field. */
    public Map<String, String> change(Visit visit, String current, String fresh) {
        var account = accounts.find(visit.account().id()).orElseThrow();
        var problem = policy.problem(fresh, account.email(), account.name());
        if (problem.isPresent()) {
            return Map.of("fresh", problem.get());
        }
        if (!proves(account, current)) {
            return Map.of("current", "account.password.wrong");
        }
        set(account, fresh, Optional.of(visit));
        return Map.of();
    }

    /** Whether this is the account's password; too many wrong ones are not even looked at. */
    public boolean proves(Account account, String password) {
        var keys =
                Throttle.Keys.stranger("own:" + account.id(), Origin.current().ip());
        boolean right = throttle.attempt(keys).isEmpty() && passwords.matches(password, account.passwordHash());
        if (right) {
            throttle.right(keys);
        }
        return right;
    }

    /** Sets the password; every other session and every open link of the account ends. */
    @Transactional
    public void set(Account account, String fresh, Optional<Visit> here) {
        accounts.password(account.id(), passwords.hash(fresh));
        sessions.endAll(account.id(), here.map(Visit::session));
        links.forget(account.id());
        audit.addFor(Audit.Kind.PASSWORD_CHANGED, account.id(), account.name(), account.email());
    }
}
