package relais.records;

import org.jspecify.annotations.Nullable;
import relais.records.changes.Operation;

/** Slot: says when an operation can't be taken back yet, because it is still being written. */
public interface UndoGuard {
    /** The code of the refusal, or null when nothing speaks against it. */
    @Nullable
    String refusal(Operation operation);
}
