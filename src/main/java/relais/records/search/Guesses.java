package relais.records.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What may have been meant by words of which one has a slip. */
final class Guesses {
    private static final int MOST = 8;
    private static final int SHORTEST_SLIP = 3;

    private final Variants variants;
    private final List<String> words;

    private Guesses(Variants variants, List<String> words) {
        this.variants = variants;
        this.words = words;
    }

    /**
     * The words with one of them replaced by a known one, the likeliest slip of each word first.
     *
     * @param completions the known words that begin with each of the words, as far as that was asked
     */
    static Collection<List<String>> of(Variants variants, List<String> words, Map<String, List<String>> completions) {
        var unknown = words.stream().filter(w -> unknown(w, completions)).toList();
        return unknown.size() > 1 ? List.of() : new Guesses(variants, words).replacing(unknown);
    }

    /** Whether no name at all has a word that begins so. */
    static boolean unknown(String word, Map<String, List<String>> completions) {
        return Variants.counts(word)
                && completions.containsKey(word)
                && completions.get(word).isEmpty();
    }

    private Collection<List<String>> replacing(List<String> unknown) {
        var near = new ArrayList<List<String>>();
        for (int i = 0; i < words.size(); i++) {
            near.add(
                    unknown.isEmpty() || unknown.contains(words.get(i))
                            ? near(words.get(i), i == words.size() - 1)
                            : List.of());
        }
        var guesses = new LinkedHashSet<List<String>>();
        for (int nth = 0; nth < MOST; nth++) {
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
        if (word.length() < SHORTEST_SLIP || word.codePoints().allMatch(Character::isDigit)) {
            return List.of();
        }
        var near = variants.near(word, MOST);
        return near.isEmpty() && last ? variants.begun(word, MOST) : near;
    }
}
