package relais.identity.tokens;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Accounts;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Audit;
import relais.identity.door.OwnPassword;
import relais.platform.web.NotFound;

/** What people do with tokens: make their own, see and revoke their own, or everybody's as administrators. */
@Service
class OwnTokens {
    private final AccessTokens tokens;
    private final ScopeBook scopes;
    private final Accounts accounts;
    private final OwnPassword passwords;
    private final Audit audit;

    OwnTokens(AccessTokens tokens, ScopeBook scopes, Accounts accounts, OwnPassword passwords, Audit audit) {
        this.tokens = tokens;
        this.scopes = scopes;
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
    }

    /** A token that was made, or why not. */
    record Made(@Nullable String secret, Map<String, String> problems) {}

    static boolean seesAll() {
        return Actor.current().may("workspace", Action.CONFIGURE);
    }

    List<AccessToken> shown() {
        var actor = Actor.current();
        return tokens.of(actor.workspace(), seesAll() ? null : actor.id());
    }

    /** Whoever makes a token proves once more to be the person whose rights it will have. */
    @Transactional
    public Made make(TokenForm form) {
        var problems = form.problems(scopes);
        if (!problems.isEmpty()) {
            return new Made(null, problems);
        }
        var actor = Actor.current();
        if (!passwords.proves(accounts.find(actor.id()).orElseThrow(), form.typedPassword())) {
            return new Made(null, Map.of("password", "account.password.wrong"));
        }
        audit.add(Audit.Kind.TOKEN_MADE, form.typedName(), String.join(" ", form.chosen()));
        var lasting = Duration.ofDays(form.lasting());
        return new Made(tokens.make(actor.workspace(), actor.id(), form.typedName(), form.chosen(), lasting), Map.of());
    }

    @Transactional
    public void revoke(UUID id) {
        var token = shown().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow(NotFound::new);
        if (tokens.revoke(token.workspace(), id)) {
            audit.add(Audit.Kind.TOKEN_REVOKED, token.name(), token.person());
        }
    }
}
