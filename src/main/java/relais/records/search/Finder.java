package relais.records.search;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import relais.records.search.Ranges.Range;

/**
 * Finds records by what was typed: as it stands, then its words in any place, then with one slip in a word. Each step is
 * asked only when those before found too few.
 */
@Component
class Finder {
    private static final int SHOWN = 10;
    private static final int FEW = 5;

    private final Ranges ranges;
    private final Variants variants;

    Finder(Ranges ranges, Variants variants) {
        this.ranges = ranges;
        this.variants = variants;
    }

    /** The likeliest first; a record stands once. */
    List<Found> find(Sight sight, Sought sought) {
        var words = sought.words();
        var found = new Likeliest(words);
        var whole = sought.beginnings().stream().map(b -> new Range(b, 0)).toList();
        found.keep(ranges.read(sight, whole).stream().map(f -> f.ranked(sought)).toList());
        var completions = Map.<String, List<String>>of();
        if (found.fewer(SHOWN) && words.size() > 1) {
            completions = variants.completions(words);
            scattered(sight, words, completions, found);
        }
        if (found.fewer(FEW)) {
            var guesses = Guesses.of(variants, words, completions);
            found.keep(ranges.read(sight, Neighbours.of(guesses, completions)));
        }
        if (found.fewer(1)) {
            found.keep(ranges.exact(sight, Edits.of(words), Found.NEAR));
        }
        return found.inOrder();
    }

    private void scattered(Sight sight, List<String> words, Map<String, List<String>> completions, Likeliest found) {
        if (words.stream().anyMatch(w -> Guesses.unknown(w, completions))) {
            return;
        }
        found.keep(ranges.read(sight, Neighbours.of(words, completions)).stream()
                .filter(f -> f.has(words))
                .toList());
        if (found.fewer(FEW)) {
            var rarest = words.stream().sorted(Neighbours.longest()).toList();
            found.keep(ranges.holding(sight, rarest.getFirst(), rarest.subList(1, rarest.size()), Found.APART));
        }
    }
}
