package relais.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The mark of a person or an organisation: initials and a quiet colour that never changes. */
public final class Avatars {
    private static final int HUES = 12;
    private static final List<String> SMALL_WORDS =
            List.of("de", "du", "des", "d", "la", "le", "les", "l", "et", "of", "the", "and", "sarl", "sa", "sas");

    private Avatars() {}

    /** One or two letters that stand for a name. */
    public static String initials(String name) {
        var words = words(name);
        if (words.isEmpty()) {
            return "?";
        }
        var letters = first(words.getFirst());
        if (words.size() > 1) {
            letters += first(words.get(1));
        }
        return letters.toUpperCase(Locale.ROOT);
    }

    /** The colour class of a record, always the same for the same id. */
    public static String hue(UUID id) {
        return "hue-" + Math.floorMod(id.hashCode(), HUES);
    }

    private static List<String> words(String name) {
        var all = new ArrayList<String>();
        var telling = new ArrayList<String>();
        for (var word : name.strip().split("[^\\p{L}\\p{N}]+")) {
            if (word.isEmpty()) {
                continue;
            }
            all.add(word);
            if (!SMALL_WORDS.contains(word.toLowerCase(Locale.ROOT))) {
                telling.add(word);
            }
        }
        return telling.isEmpty() ? all : telling;
    }

    private static String first(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
