package relais.records.trash;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.ui.Pager;
import relais.ui.Tab;

/** What the pages of the trash show. */
final class TrashPages {
    private TrashPages() {}

    /**
     * Deleted records of one object.
     *
     * @param text what is looked for
     * @param administers whether the visitor may delete for good and set the term
     */
    public record Show(
            String path,
            List<Tab> tabs,
            String text,
            List<Row> rows,
            List<Refusal> refusals,
            Pager pager,
            int days,
            boolean administers) {}

    /**
     * One deleted record.
     *
     * @param operation where its deletion is shown, null when nobody knows
     * @param along what comes back with it, in words
     * @param left when it goes for good, in words
     */
    public record Row(
            UUID id,
            String title,
            String initials,
            String hue,
            String by,
            String when,
            String moment,
            @Nullable String operation,
            String along,
            String left) {}

    /**
     * A record that could not come back.
     *
     * @param without whether it can come back without the value that is taken
     */
    public record Refusal(
            UUID id, String title, String reason, @Nullable String holder, boolean without) {}

    /** Asks for the word by which somebody confirms a deletion for good. */
    public record Confirmation(
            String path,
            String title,
            List<String> names,
            String more,
            List<UUID> ids,
            String word,
            @Nullable String error) {}
}
