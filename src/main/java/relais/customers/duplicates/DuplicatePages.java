package relais.customers.duplicates;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.lists.RecordMark;

/** What the page of duplicates shows. */
final class DuplicatePages {
    private DuplicatePages() {}

    /**
     * The pairs, and the search that found them.
     *
     * @param next the address of the next page, empty on the last
     * @param settings null for whoever may not change them
     */
    public record Show(
            List<Row> rows,
            @Nullable Search search,
            boolean startable,
            String next,
            boolean first,
            @Nullable Settings settings) {
        /** Whether the page asks again by itself. */
        public boolean live() {
            return search != null && search.running();
        }
    }

    /** One pair. */
    public record Row(
            RecordMark first,
            String firstId,
            String firstLine,
            RecordMark second,
            String secondId,
            String secondLine,
            String score,
            String words,
            String merge) {}

    /** How far the search is, or when it ended. */
    public record Search(boolean running, int percent, String sentence, boolean failed) {}

    /** The settings. */
    public record Settings(String threshold, List<Choice> fields) {}

    /** A field that may identify a customer. */
    public record Choice(String name, String label, boolean chosen, boolean always) {}

    /** With whom a customer could be merged. */
    public record Others(UUID id, String title, List<Other> rows) {}

    /** One of them. */
    public record Other(RecordMark mark, String line, Comparison compared, String merge) {
        /** How much and by what they are alike. */
        public String words() {
            return compared.words();
        }
    }
}
