package relais.records.types;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import relais.platform.text.Fold;

/** Which code or id a word stands for: by its very letters, else whatever their case, else folded when only one is meant. */
public final class Lexicon {
    /** No word means anything. */
    public static final Lexicon EMPTY = new Lexicon();

    private final Map<String, Set<String>> exact = new HashMap<>();
    private final Map<String, Set<String>> codes = new HashMap<>();
    private final Map<String, Set<String>> lower = new HashMap<>();
    private final Map<String, Set<String>> folded = new HashMap<>();
    private final Map<String, Set<String>> weak = new HashMap<>();

    private record Level(Map<String, Set<String>> words, String key) {}

    /** A name of what has this code or id. */
    public void name(String word, String code) {
        put(exact, word.strip(), code);
        put(lower, lowered(word), code);
        put(folded, Fold.key(word), code);
    }

    /** The code itself, which people and files may write too. */
    public void code(String code) {
        put(codes, code, code);
        put(lower, lowered(code), code);
        put(folded, Fold.key(code), code);
    }

    /** Another word for it, which counts when no name is meant. */
    public void hint(String word, String code) {
        put(weak, Fold.key(word), code);
    }

    /** What the word stands for; nothing when it is unknown, or when it may be several. */
    public Optional<String> find(String text) {
        var meant = meant(text);
        return meant.size() == 1 ? Optional.of(meant.iterator().next()) : Optional.empty();
    }

    /** The problem of a word that is not found. */
    public String flaw(String text) {
        return meant(text).isEmpty() ? "choice.unknown" : "choice.several";
    }

    /** Every code or id that some word stands for. */
    public Set<String> meanings() {
        var meanings = new TreeSet<String>();
        for (var words : List.of(folded, weak)) {
            words.values().forEach(meanings::addAll);
        }
        return meanings;
    }

    private Set<String> meant(String text) {
        for (var level : levels(text)) {
            var found = level.words().get(level.key());
            if (found != null) {
                return found;
            }
        }
        return Set.of();
    }

    private List<Level> levels(String text) {
        var key = Fold.key(text);
        return List.of(
                new Level(exact, text.strip()),
                new Level(codes, text.strip()),
                new Level(lower, lowered(text)),
                new Level(folded, key),
                new Level(weak, key));
    }

    private static String lowered(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, Set<String>> words, String word, String code) {
        if (!word.isEmpty()) {
            words.computeIfAbsent(word, w -> new LinkedHashSet<>()).add(code);
        }
    }
}
