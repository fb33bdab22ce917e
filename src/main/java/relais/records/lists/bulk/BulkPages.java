package relais.records.lists.bulk;

import java.util.List;
import java.util.Map;
import relais.records.lists.RecordMark;
import relais.ui.Ledger;

/** What the templates of bulk changes show. */
final class BulkPages {
    private BulkPages() {}

    /** What a change would do, before it is done. */
    public record Preview(
            String plural,
            String title,
            String back,
            Ledger equation,
            List<Line> lines,
            String more,
            List<String> reasons,
            List<Left> excluded,
            String sample,
            boolean danger,
            List<Map.Entry<String, String>> state,
            String verb) {}

    /** One record that is left out, and why. */
    public record Left(RecordMark mark, String reason) {}

    /** One record before and after. */
    public record Line(RecordMark mark, String before, String after) {}
}
