package relais.identity.door;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.identity.Account;
import relais.identity.Accounts;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Actors;
import relais.identity.Grants;
import relais.identity.Memberships;
import relais.identity.Workspace;
import relais.platform.tenancy.Tenancy;

/** Finds out what a live session allows at this moment. */
@Component
class Visits {
    private static final Grants READING = new Grants(Map.of(Grants.EVERY, Set.of(Action.READ)));

    private final Accounts accounts;
    private final Memberships memberships;
    private final Actors actors;

    Visits(Accounts accounts, Memberships memberships, Actors actors) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.actors = actors;
    }

    /** A live session as it lies in the database. */
    record Row(
            UUID session,
            UUID account,
            UUID workspace,
            Proof proof,
            boolean bound,
            Instant createdAt,
            Instant seenAt,
            @Nullable UUID viewingAs) {}

    /** The visit; none when the person was barred or left the workspace since. */
    Optional<Visit> of(Row row, String token) {
        var account = accounts.find(row.account()).filter(found -> !found.disabled());
        if (account.isEmpty()) {
            return Optional.empty();
        }
        var open = memberships.open(row.account()).stream()
                .filter(workspace -> !row.bound() || workspace.id().equals(row.workspace()))
                .toList();
        return open.stream()
                .filter(workspace -> workspace.id().equals(row.workspace()))
                .findFirst()
                .flatMap(workspace -> visit(row, token, account.get(), workspace, open));
    }

    /** Whoever administers the workspace may look through a colleague's eyes; everybody else through their own. */
    private Optional<Actor> eyes(Actor own, @Nullable UUID colleague) {
        return colleague == null || !own.may("workspace", Action.CONFIGURE)
                ? Optional.of(own)
                : Optional.of(actors.user(colleague).map(Visits::borrowed).orElse(own));
    }

    /** What the colleague may read, and nothing of what is private to them. */
    private static Actor borrowed(Actor colleague) {
        return new Actor(
                colleague.kind(),
                colleague.id(),
                colleague.name(),
                colleague.workspace(),
                colleague.grants().and(READING),
                colleague.locale(),
                colleague.zone(),
                colleague.sites(),
                colleague.teams(),
                colleague.reach().veil());
    }

    private Optional<Visit> visit(Row row, String token, Account account, Workspace workspace, List<Workspace> open) {
        return ScopedValue.where(Tenancy.CURRENT, workspace.id())
                .call(() -> actors.user(row.account()).flatMap(own -> eyes(own, row.viewingAs())))
                .map(actor ->
                        new Visit(row.session(), token, account, workspace, actor, open, row.proof(), row.createdAt()));
    }
}
