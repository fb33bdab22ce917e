package relais.identity.door;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.identity.Account;
import relais.identity.Accounts;
import relais.identity.Actors;
import relais.identity.Memberships;
import relais.identity.Workspace;
import relais.platform.tenancy.Tenancy;

/** Finds out what a live session allows at this moment. */
@Component
class Visits {
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
            Instant seenAt) {}

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

    private Optional<Visit> visit(Row row, String token, Account account, Workspace workspace, List<Workspace> open) {
        return ScopedValue.where(Tenancy.CURRENT, workspace.id())
                .call(() -> actors.user(row.account()))
                .map(actor ->
                        new Visit(row.session(), token, account, workspace, actor, open, row.proof(), row.createdAt()));
    }
}
