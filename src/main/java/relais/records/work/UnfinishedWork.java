package relais.records.work;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.records.UndoGuard;
import relais.records.changes.Operation;

/** What is still being written is not taken back before it is done or stopped. */
@Component
class UnfinishedWork implements UndoGuard {
    private final WorkStore store;

    UnfinishedWork(WorkStore store) {
        this.store = store;
    }

    @Override
    public @Nullable String refusal(Operation operation) {
        return store.unfinished(operation.id()).isPresent() ? "undo.running" : null;
    }
}
