package relais.records.merging;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.records.UndoGuard;
import relais.records.changes.Operation;

/** A merge whose record went into another one since is not taken back before that later merge is. */
@Component
class MergedSince implements UndoGuard {
    private final Verdicts verdicts;

    MergedSince(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public @Nullable String refusal(Operation operation) {
        if (!operation.intent().code().equals(Merges.INTENT)) {
            return null;
        }
        boolean since = verdicts.of(operation.id()).stream()
                .anyMatch(m -> verdicts.merged(m.into()).isPresent());
        return since ? "merge.since" : null;
    }
}
