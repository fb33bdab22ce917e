package relais.records.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was found so far, each record by the term that says most for it. */
final class Likeliest {
    private final Map<UUID, Found> best = new HashMap<>();
    private final Comparator<Found> order;

    /** Words typed to their end say more than beginnings, names begun at their first word more, and the shorter ones. */
    Likeliest(List<String> words) {
        order = Comparator.comparingInt(Found::rank)
                .thenComparingInt(f -> open(words, f.term()))
                .thenComparing(f -> f.source() == Source.NAME_TURNED)
                .thenComparingInt(f -> f.term().length())
                .thenComparing(Found::term)
                .thenComparing(Found::record);
    }

    /** How many of the words stand in the term as beginnings alone. */
    private static int open(List<String> words, String term) {
        var within = " " + term + " ";
        return (int) words.stream().filter(w -> !within.contains(" " + w + " ")).count();
    }

    void keep(List<Found> found) {
        found.forEach(f -> best.merge(f.record(), f, (a, b) -> order.compare(a, b) <= 0 ? a : b));
    }

    /** Fewer than these were found. */
    boolean fewer(int than) {
        return best.size() < than;
    }

    List<Found> inOrder() {
        return best.values().stream().sorted(order).toList();
    }
}
