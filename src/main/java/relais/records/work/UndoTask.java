package relais.records.work;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.records.Undo;
import relais.records.changes.ChangePlace;

/** Takes a large operation back, slice by slice from its end. */
@Component
class UndoTask implements LongTask {
    static final String NAME = "undo";
    private static final int SLICE = 2_000;

    private final Undo undo;
    private final List<UndoFollower> followers;

    UndoTask(Undo undo, List<UndoFollower> followers) {
        this.undo = undo;
        this.followers = followers;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Step next(Work work) {
        var from = work.place().isEmpty() ? ChangePlace.END : ChangePlace.parse(work.place());
        var slice = undo.slice(UUID.fromString(work.data()), work.operation(), from, SLICE);
        int left = slice.kept() + slice.blocked();
        return new Step(slice.place().toString(), slice.reversed() + left, slice.reversed(), left, slice.last());
    }

    @Override
    public void ended(Work work) {
        followers.forEach(f -> f.undone(UUID.fromString(work.data())));
    }
}
