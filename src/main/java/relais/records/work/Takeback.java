package relais.records.work;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.web.NotFound;
import relais.records.Undo;
import relais.records.changes.Operation;
import relais.records.changes.OperationLog;

/** Takes operations back: a small one at once, a large one in the background. */
@Service
public class Takeback {
    /** What changed more records than this is taken back in the background. */
    public static final int AT_ONCE = 10_000;

    private final Undo undo;
    private final OperationLog operations;
    private final Works works;

    Takeback(Undo undo, OperationLog operations, Works works) {
        this.undo = undo;
        this.operations = operations;
        this.works = works;
    }

    /** What became of it. */
    public sealed interface Answer {
        /** It is taken back. */
        record Done(Undo.Result result) implements Answer {}

        /** It is being taken back by this work. */
        record Running(UUID work, UUID operation) implements Answer {
            /** Where a person follows it. */
            public String path() {
                return Works.path(work);
            }
        }
    }

    /** Takes the operation back, or starts to; {@code back} is the local path to go to when it is done. */
    @Transactional
    public Answer undo(UUID id, String back) {
        var operation = operations.find(id, false).orElseThrow(NotFound::new);
        return operation.changes() > AT_ONCE ? start(operation, back) : new Answer.Done(undo.undo(id));
    }

    private Answer start(Operation operation, String back) {
        var undoing = undo.begin(operation.id());
        var work = works.start(UndoTask.NAME, operation.id().toString(), undoing, operation.changes(), back);
        return new Answer.Running(work, undoing);
    }
}
