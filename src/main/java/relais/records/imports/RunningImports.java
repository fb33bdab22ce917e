package relais.records.imports;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.records.UndoGuard;
import relais.records.changes.Operation;

/** An import that still writes is paused or cancelled before it is taken back. */
@Component
class RunningImports implements UndoGuard {
    private final ImportStore store;

    RunningImports(ImportStore store) {
        this.store = store;
    }

    @Override
    public @Nullable String refusal(Operation operation) {
        return store.written(operation.id())
                        .filter(i -> i.state() == Import.State.RUNNING)
                        .isPresent()
                ? "import.running"
                : null;
    }
}
