package relais.records.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import relais.records.search.Ranges.Range;

/**
 * Where the terms of names lie that have words beginning so, in any order. Terms go round: two words of a name of up to
 * three stand one behind the other in one of them, so that the first word to its end and the beginning of the second make
 * a range.
 */
final class Neighbours {
    private static final int LIKELIEST = 2;

    private final Map<String, List<String>> completions;
    private final LinkedHashSet<String> beginnings = new LinkedHashSet<>();

    private Neighbours(Map<String, List<String>> completions) {
        this.completions = completions;
    }

    /** The ranges of two of these words, the longest: they are the rarest, more or less. */
    static List<Range> of(List<String> words, Map<String, List<String>> completions) {
        var rarest = words.stream().sorted(longest()).limit(2).sorted(Comparator.comparingInt(words::indexOf));
        var pair = rarest.toList();
        var made = new Neighbours(completions);
        made.whole(pair.getFirst(), pair.getLast());
        made.whole(pair.getLast(), pair.getFirst());
        made.completed(pair.getFirst(), pair.getLast());
        made.completed(pair.getLast(), pair.getFirst());
        return made.beginnings.stream().map(b -> new Range(b, Found.SCATTERED)).toList();
    }

    static Comparator<String> longest() {
        return Comparator.comparingInt(w -> -w.length());
    }

    private void whole(String first, String second) {
        beginnings.add(first + " " + second);
    }

    private void completed(String first, String second) {
        completions.getOrDefault(first, List.of()).forEach(word -> whole(word, second));
    }

    /**
     * What was typed with one of its words replaced, all of them whole: as they stand, and two of them turned round. Of the
     * likeliest, the other word may also be the beginning of a known one, with words of the name between them.
     */
    static List<Range> of(Collection<List<String>> guesses, Map<String, List<String>> completions) {
        var ranges = new ArrayList<Range>();
        int rank = Found.NEAR;
        for (var words : guesses) {
            var made = new Neighbours(rank < Found.NEAR + LIKELIEST ? completions : Map.of());
            made.beginnings.add(String.join(" ", words));
            if (words.size() == 2) {
                made.whole(words.getLast(), words.getFirst());
                made.completed(words.getFirst(), words.getLast());
                made.completed(words.getLast(), words.getFirst());
            }
            for (var beginning : made.beginnings) {
                ranges.add(new Range(beginning, rank));
            }
            rank++;
        }
        return ranges;
    }
}
