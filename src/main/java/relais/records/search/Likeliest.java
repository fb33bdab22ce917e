package relais.records.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was found so far, each record by the term that says most for it. */
final class Likeliest {
    /** Words typed to their end say more than beginnings, names begun at their first word more, and the shorter ones. */
    private static final Comparator<Placed> ORDER = Comparator.comparingInt((Placed p) -> p.found.rank())
            .thenComparingInt(p -> p.open)
            .thenComparing(p -> p.found.source() == Source.NAME_TURNED)
            .thenComparingInt(p -> p.found.term().length())
            .thenComparing(p -> p.found.term())
            .thenComparing(p -> p.found.record());

    private final Map<UUID, Placed> best = new HashMap<>();
    private final List<String> words;

    Likeliest(List<String> words) {
        this.words = words;
    }

    /** What was found and how many of the typed words are beginnings alone in it. */
    private record Placed(Found found, int open) {}

    void keep(List<Found> found) {
        found.forEach(f -> best.merge(f.record(), placed(f), (a, b) -> ORDER.compare(a, b) <= 0 ? a : b));
    }

    private Placed placed(Found found) {
        var within = " " + found.term() + " ";
        return new Placed(found, (int)
                words.stream().filter(w -> !within.contains(" " + w + " ")).count());
    }

    /** Fewer than these were found. */
    boolean fewer(int than) {
        return best.size() < than;
    }

    List<Found> inOrder() {
        return best.values().stream().sorted(ORDER).map(Placed::found).toList();
    }
}
