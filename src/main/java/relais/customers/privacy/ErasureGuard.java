package relais.customers.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.records.UndoGuard;
import relais.records.changes.Operation;

/** An erasure is the one thing that can't be taken back. */
@Component
class ErasureGuard implements UndoGuard {
    @Override
    public @Nullable String refusal(Operation operation) {
        return operation.intent().code().equals(Erasures.INTENT) ? "privacy.final" : null;
    }
}
