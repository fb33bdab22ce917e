package relais.platform.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** What an avatar shows of a name: its initials, and a hue that stays with the record. */
public final class Names {
    /** How many hues avatars have. */
    public static final int HUES = 12;

    private static final Pattern WORDS = Pattern.compile("[\\s\\p{Z}'’\\-–—/.,;:&+|()\\[\\]{}\"«»_]+");
    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final Set<String> SMALL_WORDS = Set.of(
            "de", "du", "des", "d", "l", "la", "le", "les", "et", "en", "sur", "sous", "à", "au", "aux", "of", "the",
            "and", "von", "van", "der", "den", "und", "da", "di", "do", "dos", "y", "el");

    private Names() {}

    /** One or two signs that stand for the name: those of its first and last weighty words. */
    public static String initials(String name) {
        var words = weighty(name);
        if (words.isEmpty()) {
            return "?";
        }
        var first = initial(words.getFirst());
        return words.size() == 1 ? first : first + initial(words.getLast());
    }

    /** A number from 0 to 11 that is always the same for this id. */
    public static int hue(UUID id) {
        long bits = id.getMostSignificantBits() * 31 + id.getLeastSignificantBits();
        bits ^= bits >>> 32;
        return (int) Math.floorMod(bits * 0x9E3779B97F4A7C15L >>> 33, (long) HUES);
    }

    private static List<String> weighty(String name) {
        var all = new ArrayList<String>();
        for (var word : WORDS.split(name.strip())) {
            if (word.codePoints().anyMatch(c -> !Character.isISOControl(c))) {
                all.add(word);
            }
        }
        var weighty = all.stream()
                .filter(w -> !SMALL_WORDS.contains(w.toLowerCase(Locale.ROOT)))
                .toList();
        return weighty.isEmpty() ? all : weighty;
    }

    private static String initial(String word) {
        var matcher = GRAPHEME.matcher(word);
        var sign = matcher.find() ? matcher.group() : word;
        var upper = sign.toUpperCase(Locale.ROOT);
        return Character.isLetter(upper.codePointAt(0)) ? firstGrapheme(upper) : sign;
    }

    private static String firstGrapheme(String text) {
        var matcher = GRAPHEME.matcher(text);
        return matcher.find() ? matcher.group() : text;
    }
}
