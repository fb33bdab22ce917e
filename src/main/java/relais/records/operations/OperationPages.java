package relais.records.operations;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.ui.Option;
import relais.ui.Pager;

/** What the page of operations shows. */
final class OperationPages {
    private OperationPages() {}

    /** The thread with its filters, and the chosen operation beside it. */
    public record Show(
            @Nullable Proof proof,
            List<Row> rows,
            List<Chip> chips,
            Filters filters,
            Pager pager,
            @Nullable Pane pane,
            String list,
            @Nullable String export) {}

    /**
     * What is proved.
     *
     * @param tone class of the state's tag
     * @param note what is to be said of the state beside it
     * @param last when the latest seal was made, in words
     * @param print beginning and end of the head's digest, empty before the first seal
     * @param running whether a verification runs, so that the page asks again
     * @param findings what is not as it was sealed, and how many more there are
     * @param head where the head of the chain is exported, null for those who may neither export nor verify
     */
    public record Proof(
            String tone,
            String icon,
            String state,
            String note,
            String operations,
            String last,
            String print,
            boolean running,
            List<String> findings,
            long more,
            @Nullable String head) {}

    /** A seal among the operations. */
    public record Mark(String time, String text, String print) {}

    /** A filter that is set, and the list without it. */
    public record Chip(String label, String operator, String value, String remove) {}

    /** The form that sets filters. */
    public record Filters(
            List<Option> actors,
            String actor,
            List<Option> objects,
            String object,
            List<Option> kinds,
            String kind,
            List<Option> periods,
            String period,
            String from,
            String to,
            boolean undone,
            boolean any) {}

    /** Who acted: a person by initials, a machine by a flash. */
    public record Who(String name, String initials, String hue, boolean automatic) {}

    /** Whether an operation can be taken back, was taken back, only in part, or never will be. */
    public record State(Kind kind, String text) {
        /** How a state looks. */
        public enum Kind {
            OPEN,
            UNDONE,
            PARTIAL,
            FINAL
        }
    }

    /**
     * One operation in the thread.
     *
     * @param day the day when it begins with this row
     * @param mark the seal that covers this row and those below it, when it does not cover the one above
     */
    public record Row(
            UUID id,
            @Nullable Mark mark,
            @Nullable String day,
            String time,
            String moment,
            Who who,
            String sentence,
            String records,
            String origin,
            State state,
            boolean selected,
            String href) {}

    /**
     * One operation beside the thread.
     *
     * @param left where those are told that a change of many left out, null when it is none or left none
     */
    public record Pane(
            UUID id,
            String title,
            String lead,
            State state,
            @Nullable Equation equation,
            @Nullable One one,
            @Nullable Leftovers leftovers,
            @Nullable String left,
            boolean undoable,
            boolean undo,
            @Nullable String undoneBy,
            @Nullable String undoOf,
            String close,
            String back) {}

    /** What an undo came to: records = reversed + kept + blocked. */
    public record Equation(
            int records, int reversed, int kept, int blocked, String reversedAt, String keptAt, String blockedAt) {}

    /** One changed record of the operation. */
    public record One(
            String title,
            String object,
            String initials,
            String hue,
            @Nullable String href,
            String position,
            @Nullable String previous,
            @Nullable String next,
            List<Difference> differences,
            String version) {}

    /** One field before and after; a part that is null was empty. */
    public record Difference(
            String label, @Nullable String former, @Nullable String now) {}

    /** The records that an undo left as they are. */
    public record Leftovers(String title, boolean kept, List<Leftover> records, int more) {}

    /**
     * One record that an undo left as it is.
     *
     * @param restore where to post so that its former values come back after all
     */
    public record Leftover(
            String title,
            String initials,
            String hue,
            @Nullable String href,
            String reason,
            List<Difference> differences,
            @Nullable String restore) {}
}
