package relais.customers.privacy;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import relais.identity.Actor;
import relais.platform.web.Refused;
import relais.records.changes.OperationLog;
import relais.records.changes.RecordsWritten;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whoever takes a held customer away for good, by whatever way, would take the hold along: that is refused. That a hold
 * was made can be undone.
 */
@Component
class HeldPeople {
    private final OperationLog operations;
    private final Clock clock;

    HeldPeople(OperationLog operations, Clock clock) {
        this.operations = operations;
        this.clock = clock;
    }

    @EventListener
    void holdsWritten(RecordsWritten written) {
        boolean gone = written.type().name().equals(HoldDescription.NAME)
                && written.items().stream().anyMatch(i -> i.state() == null && stands(i.former()));
        if (gone && !undone(written)) {
            throw new Refused("privacy.held");
        }
    }

    private boolean undone(RecordsWritten written) {
        return operations
                .find(written.operation(), false)
                .filter(o -> o.undoOf() != null)
                .isPresent();
    }

    private boolean stands(ObjectNode hold) {
        var until = hold.path("until").asString("");
        var today = LocalDate.now(clock.withZone(Actor.current().zone()));
        return until.isEmpty() || !LocalDate.parse(until).isBefore(today);
    }
}
