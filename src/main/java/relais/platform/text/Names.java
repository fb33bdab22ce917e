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

    private static final String BETWEEN = "'’-–—/.,;:&+|()[]{}\"«»_";
    private static final int LATIN_END = 0x250;
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
        var all = words(name);
        var weighty = all.stream()
                .filter(w -> !SMALL_WORDS.contains(w.toLowerCase(Locale.ROOT)))
                .toList();
        return weighty.isEmpty() ? all : weighty;
    }

    /** Cut by hand: a list asks for a hundred names, and a pattern takes ten times as long. */
    private static List<String> words(String name) {
        var all = new ArrayList<String>();
        int begin = 0;
        boolean seen = false;
        for (int i = 0; i <= name.length(); ) {
            int c = i == name.length() ? ' ' : name.codePointAt(i);
            if (between(c)) {
                if (seen) {
                    all.add(name.substring(begin, i));
                }
                seen = false;
                begin = i + Character.charCount(c);
            } else {
                seen |= !Character.isISOControl(c);
            }
            i += Character.charCount(c);
        }
        return all;
    }

    private static boolean between(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || BETWEEN.indexOf(c) >= 0;
    }

    private static String initial(String word) {
        var sign = firstGrapheme(word);
        var upper = sign.toUpperCase(Locale.ROOT);
        return Character.isLetter(upper.codePointAt(0)) ? firstGrapheme(upper) : sign;
    }

    private static String firstGrapheme(String text) {
        if (alone(text)) {
            return text.substring(0, 1);
        }
        var matcher = GRAPHEME.matcher(text);
        return matcher.find() ? matcher.group() : text;
    }

    /** Whether the first sign is a letter of Latin script with nothing of another sign's upon it. */
    private static boolean alone(String text) {
        return text.charAt(0) < LATIN_END
                && Character.isLetter(text.charAt(0))
                && (text.length() == 1 || text.charAt(1) < LATIN_END);
    }
}
