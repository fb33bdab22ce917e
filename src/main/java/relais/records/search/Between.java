package relais.records.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import relais.platform.database.Reading;
import relais.platform.text.Fold;

/** Ranges of texts with the same beginning, as two arrays that one statement goes through. */
record Between(String[] low, String[] high) {
    /** The arrays as a table {@code r}, numbered from one. */
    static final String TABLE = "unnest(CAST(? AS text[]), CAST(? AS text[])) WITH ORDINALITY AS r (low, high, at)";

    /** As many ranges as are planned for at least; in those beyond the beginnings nothing lies. */
    static Between beginnings(Collection<String> beginnings) {
        var low = new String[Math.max(Reading.PLANNED, beginnings.size())];
        var high = new String[low.length];
        Arrays.fill(low, "");
        Arrays.fill(high, "");
        int at = 0;
        for (var beginning : beginnings) {
            low[at] = beginning;
            high[at++] = Fold.prefixEnd(beginning);
        }
        return new Between(low, high);
    }

    /** The binds of the table. */
    List<Object> binds() {
        return List.of(low, high);
    }
}
