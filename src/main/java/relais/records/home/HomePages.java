package relais.records.home;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.records.lists.RecordMark;

/** What the templates of the first page show. */
final class HomePages {
    private HomePages() {}

    /** The page. */
    public record Show(String greeting, List<Recent> recent, List<Done> operations, String list) {}

    /** A record that the visitor was at. */
    public record Recent(
            RecordMark mark,
            String tier,
            String tierLabel,
            @Nullable Instant at) {}

    /** An operation of the visitor's workspace. */
    public record Done(String id, String sentence, String actor, Instant at, String state, boolean undoable) {}
}
