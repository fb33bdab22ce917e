package relais.records.rights;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.identity.Memberships;
import relais.platform.tenancy.Tenancy;
import relais.records.UndoGuard;
import relais.records.changes.Change;
import relais.records.changes.ChangeLog;
import relais.records.changes.ChangePlace;
import relais.records.changes.Operation;

/** A role that somebody has is not taken away by undoing that it was made. */
@Component
class RoleUses implements UndoGuard {
    private static final int FEW = 10;

    private final ChangeLog log;
    private final Memberships memberships;

    RoleUses(ChangeLog log, Memberships memberships) {
        this.log = log;
        this.memberships = memberships;
    }

    @Override
    public @Nullable String refusal(Operation operation) {
        if (!RoleDescription.NAME.equals(operation.object())) {
            return null;
        }
        boolean used = log.of(operation, ChangePlace.END.at(), ChangePlace.END.seq(), FEW).stream()
                .filter(Change::creates)
                .map(Change::after)
                .anyMatch(role -> role != null && has(role.path("code").asString("")));
        return used ? "role.used" : null;
    }

    private boolean has(String role) {
        return memberships.having(Tenancy.id(), role) > 0;
    }
}
