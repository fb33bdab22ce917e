package relais.records.work;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the page of long work shows. */
final class WorkPages {
    private WorkPages() {}

    /**
     * @param tone class of the state's tag
     * @param note what is to say beside the figures, else empty
     * @param left how long it still takes, empty while nobody can tell
     * @param leftAt where those are told that could not be changed, null when there are none
     * @param undo the operation that can be taken back now, null while it is written
     */
    public record Show(
            UUID id,
            String title,
            String state,
            String tone,
            String note,
            Work.State stands,
            int percent,
            int done,
            int total,
            int written,
            int remaining,
            String left,
            @Nullable String leftAt,
            String back,
            @Nullable UUID undo) {

        /** Whether the page asks again by itself. */
        public boolean live() {
            return stands == Work.State.RUNNING;
        }

        /** Whether it can be taken up again. */
        public boolean waits() {
            return stands == Work.State.STOPPED || stands == Work.State.FAILED;
        }
    }
}
