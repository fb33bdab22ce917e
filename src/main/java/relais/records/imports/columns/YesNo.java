package relais.records.imports.columns;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import relais.platform.text.Fold;

/** Yes and no as files write them, in French, English and machine. */
public final class YesNo {
    private static final Set<String> YES = Set.of("1", "yes", "y", "oui", "o", "true", "vrai", "x", "on", "t");
    private static final Set<String> NO = Set.of("0", "no", "n", "non", "false", "faux", "off", "f");
    private static final List<Set<String>> PAIRS = List.of(
            Set.of("yes", "no"),
            Set.of("y", "n"),
            Set.of("oui", "non"),
            Set.of("o", "n"),
            Set.of("0", "1"),
            Set.of("true", "false"),
            Set.of("vrai", "faux"),
            Set.of("on", "off"),
            Set.of("t", "f"));

    private YesNo() {}

    /** What the text says, nothing when it is neither. */
    public static Optional<Boolean> parse(String text) {
        var word = Fold.key(text);
        if (YES.contains(word)) {
            return Optional.of(true);
        }
        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /** Whether these folded words are the two of one pair. */
    static boolean pair(Set<String> words) {
        return PAIRS.contains(words) || words.equals(Set.of("x"));
    }

    /** Whether this one word alone still speaks of yes or no; a lone figure does not. */
    static boolean lone(Set<String> words) {
        return words.size() == 1
                && PAIRS.stream().anyMatch(p -> p.containsAll(words))
                && words.stream().allMatch(w -> w.length() > 1);
    }
}
