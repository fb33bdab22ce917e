package relais.records.merging;

import java.util.List;
import java.util.UUID;
import relais.records.forms.FieldView;
import relais.records.types.ContactPoints;
import relais.ui.Ledger;
import relais.ui.Words;

/** What the pages of merging and separating show. */
final class MergePages {
    private MergePages() {}

    /**
     * Several records side by side, and what becomes of them.
     *
     * @param reason how much they are alike, empty when nobody can tell
     * @param pair whether it can be said of them that they are not the same
     * @param lines fields in which they differ
     * @param same fields in which they do not
     * @param problem why the merge that was sent was refused, else empty
     */
    public record Show(
            String object,
            String plural,
            String title,
            String reason,
            boolean pair,
            List<Column> columns,
            List<Line> lines,
            List<Line> same,
            List<Follow> follows,
            List<String> notes,
            String problem,
            String back) {
        public Column survivor() {
            return columns.getFirst();
        }
    }

    /**
     * One of the records.
     *
     * @param keep the address of the same page with this record as the one that stays; empty when it is
     */
    public record Column(
            UUID id,
            int version,
            String title,
            String initials,
            String hue,
            boolean square,
            String sub,
            String href,
            String keep) {}

    /** One field of all the records. */
    public record Line(String field, String label, boolean several, List<Pick> picks) {
        /** What the record that stays would have. */
        public FieldView result() {
            return picks.stream()
                    .filter(Pick::chosen)
                    .map(Pick::view)
                    .findFirst()
                    .orElse(picks.getFirst().view());
        }

        /** How many elements the record that stays would have. */
        public String count() {
            return Words.t("merge.count." + word(), elements());
        }

        private long elements() {
            return picks.stream()
                    .filter(Pick::chosen)
                    .flatMap(p -> p.view().value().valueStream())
                    .map(v -> v.isObject() ? ContactPoints.key(result().kind(), v) : v.asString(""))
                    .distinct()
                    .count();
        }

        /** What its elements are called. */
        public String word() {
            return result().kind().isEmpty() ? "tag" : result().kind();
        }
    }

    /** One record's value of a field. */
    public record Pick(UUID source, FieldView view, boolean chosen) {}

    /** What follows: of each record how many, and how many in all. */
    public record Follow(String icon, String label, String sum, int total) {}

    /**
     * What a separation does.
     *
     * @param since what came after the merge
     * @param kept what was changed since and stays
     */
    public record Separation(
            UUID operation,
            String title,
            String lead,
            Ledger ledger,
            List<Side> sides,
            List<Arrived> since,
            List<Kept> kept,
            String back) {}

    /** One of the records as it will be. */
    public record Side(
            UUID id, String title, String sub, String initials, String hue, boolean square, List<FieldView> facts) {}

    /** Something that came since, and where it goes. */
    public record Arrived(UUID id, String icon, String title, String when, String why, UUID to) {}

    /** A field that was changed since: what the merge left, and what it holds now. */
    public record Kept(String label, String before, String after, String who) {}

    /** The merges that led to one record. */
    public record History(String title, String back, String plural, List<Past> merges) {}

    /** One of them: where it is taken apart, what went in, who did it and when. */
    public record Past(String href, String titles, String lead) {}
}
