package relais.records.lists.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.records.types.Problem;
import relais.records.types.Snapshot;

/** What a change leaves out and why: counts of each reason, and the first few records. */
final class Excluded {
    /** Out of reach, gone, or in the trash by now. */
    static final String GONE = "gone";

    /** The actor may not do this with the record. */
    static final String RIGHT = "right";

    private static final int SHOWN = 10;

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final List<One> first = new ArrayList<>();

    /**
     * One record that is left out.
     *
     * @param problem what would be wrong with it, null when something else keeps it out
     */
    record One(Snapshot record, String reason, @Nullable Problem problem) {}

    void gone(int count) {
        if (count > 0) {
            counts.merge(GONE, count, Integer::sum);
        }
    }

    void add(Snapshot record, String reason, @Nullable Problem problem) {
        counts.merge(reason, 1, Integer::sum);
        if (first.size() < SHOWN) {
            first.add(new One(record, reason, problem));
        }
    }

    Map<String, Integer> counts() {
        return counts;
    }

    List<One> first() {
        return first;
    }

    int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
