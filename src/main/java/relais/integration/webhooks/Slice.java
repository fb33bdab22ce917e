package relais.integration.webhooks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.records.changes.Change;

/** Neighbouring changes of one kind in one operation: what one message tells of. */
record Slice(
        EventKind kind, String object, @Nullable UUID operation, Instant at, int from, int to, List<UUID> records) {
    private static final int MOST = 100;

    /** The changes cut where their kind changes, and after a hundred. */
    static List<Slice> of(List<Change> changes) {
        var slices = new ArrayList<Slice>();
        int begin = 0;
        for (int i = 1; i <= changes.size(); i++) {
            if (i == changes.size() || i - begin == MOST || !follows(changes.get(i - 1), changes.get(i))) {
                slices.add(slice(changes.subList(begin, i)));
                begin = i;
            }
        }
        return slices;
    }

    private static boolean follows(Change one, Change next) {
        return EventKind.of(one) == EventKind.of(next) && one.seq() + 1 == next.seq();
    }

    private static Slice slice(List<Change> run) {
        var first = run.getFirst();
        return new Slice(
                EventKind.of(first),
                first.object(),
                first.operation(),
                first.at(),
                first.seq(),
                run.getLast().seq(),
                run.stream().map(Change::record).toList());
    }

    String ids() {
        return records.stream().map(UUID::toString).collect(Collectors.joining(" "));
    }
}
