package relais.records.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.records.search.Ranges.Range;

/** Finds records by what was typed: as it stands, then its words in any place, then with one slip in a word. */
@Component
class Finder {
    private static final int EACH = 40;
    private static final int FEW = 5;
    private static final int GUESSES = 8;
    private static final int SHORTEST_SLIP = 3;

    private final Ranges ranges;
    private final Variants variants;

    Finder(Ranges ranges, Variants variants) {
        this.ranges = ranges;
        this.variants = variants;
    }

    /** The likeliest first; a record stands once. */
    List<Found> find(Sight sight, Sought sought) {
        var best = new HashMap<UUID, Found>();
        var whole = sought.beginnings().stream().map(Range::new).toList();
        keep(
                best,
                ranges.read(sight, whole, EACH).stream()
                        .map(f -> f.ranked(sought))
                        .toList());
        if (best.size() < FEW && sought.words().size() > 1) {
            keep(best, ranges.read(sight, ranges(List.of(sought.words()), Found.SCATTERED), EACH));
        }
        if (best.size() < FEW) {
            keep(best, ranges.read(sight, ranges(guesses(sought.words()), Found.NEAR), EACH));
            keep(best, ranges.exact(sight, Edits.of(sought.words()), EACH, Found.NEAR));
        }
        return best.values().stream()
                .sorted(Comparator.comparingInt(Found::rank)
                        .thenComparing(Found::term)
                        .thenComparing(Found::record))
                .toList();
    }

    private static void keep(Map<UUID, Found> best, List<Found> found) {
        found.forEach(f -> best.merge(f.record(), f, (a, b) -> a.rank() <= b.rank() ? a : b));
    }

    /** What was typed with one of its words replaced by a known one, the likeliest slip of each word first. */
    private Collection<List<String>> guesses(List<String> words) {
        var near = new ArrayList<List<String>>();
        for (int i = 0; i < words.size(); i++) {
            near.add(near(words.get(i), i == words.size() - 1));
        }
        var guesses = new LinkedHashSet<List<String>>();
        for (int nth = 0; nth < GUESSES; nth++) {
            for (int i = 0; i < words.size(); i++) {
                if (nth < near.get(i).size()) {
                    var guess = new ArrayList<>(words);
                    guess.set(i, near.get(i).get(nth));
                    guesses.add(guess);
                }
            }
        }
        return guesses;
    }

    /** The last word may still be on its way. */
    private List<String> near(String word, boolean last) {
        var near = word.length() < SHORTEST_SLIP ? List.<String>of() : variants.near(word, GUESSES);
        return near.isEmpty() && last ? variants.begun(word, GUESSES) : near;
    }

    /** Each set of words as the range of its rarest word, so that few terms are looked through; the first ones rank best. */
    private List<Range> ranges(Collection<List<String>> sets, int rank) {
        var words = new LinkedHashSet<String>();
        sets.stream().filter(s -> s.size() > 1).forEach(words::addAll);
        var counts = words.isEmpty() ? Map.<String, Integer>of() : ranges.counts(words);
        var made = new LinkedHashMap<List<String>, Range>();
        for (var set : sets) {
            var rarest = set.stream()
                    .min(Comparator.comparingInt((String w) -> counts.getOrDefault(w, 0))
                            .thenComparing(w -> -w.length()))
                    .orElseThrow();
            var others = new ArrayList<>(set);
            others.remove(rarest);
            if (set.size() == 1 || !missing(set, counts)) {
                made.put(set, new Range(rarest, others, rank + made.size()));
            }
        }
        return List.copyOf(made.values());
    }

    /** A word with which no term begins makes the whole set hopeless. */
    private static boolean missing(List<String> set, Map<String, Integer> counts) {
        return set.stream().anyMatch(w -> counts.getOrDefault(w, 0) == 0);
    }
}
