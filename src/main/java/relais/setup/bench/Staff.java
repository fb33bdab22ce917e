package relais.setup.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import relais.identity.Account;
import relais.identity.Accounts;
import relais.identity.Actor;
import relais.identity.Actors;
import relais.identity.Workspace;
import relais.identity.tokens.AccessTokens;
import relais.platform.files.Home;
import relais.platform.tenancy.Tenancy;
import relais.setup.seed.Seeded;

/** The people of a seeded workspace on whose behalf a load works. */
@Component
class Staff {
    private final Accounts accounts;
    private final Actors actors;
    private final AccessTokens tokens;
    private final Home home;

    Staff(Accounts accounts, Actors actors, AccessTokens tokens, Home home) {
        this.accounts = accounts;
        this.actors = actors;
        this.tokens = tokens;
        this.home = home;
    }

    /** One of them as an actor. */
    Actor actor(Workspace workspace, String email) {
        return ScopedValue.where(Tenancy.CURRENT, workspace.id())
                .call(() -> actors.user(account(email).id()).orElseThrow());
    }

    /** So many clients, each signed in as this person and holding a token of the API that lasts a day. */
    List<Visitor> visitors(Workspace workspace, String email, String url, int clients) {
        var token = tokens.make(workspace.id(), account(email).id(), "Load", List.of("*"), Duration.ofDays(1));
        var password = home.secret(Seeded.SECRET);
        return IntStream.range(0, clients)
                .mapToObj(i -> Visitor.signedIn(url, email, password, token))
                .toList();
    }

    private Account account(String email) {
        return accounts.byEmail(email)
                .orElseThrow(() -> new IllegalStateException(email + " does not work in this workspace"));
    }
}
