package relais.platform.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folded form of a text: the one key by which names are sorted, found by prefix and held equal. */
public final class Fold {
    private static final String AFTER_EVERYTHING = new String(Character.toChars(0x10FFFF));

    /** Letters that no Unicode decomposition takes apart. */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ŧ', "t"),
            Map.entry((int) 'ŋ', "n"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ĸ', "k"),
            Map.entry((int) 'ς', "σ"));

    private Fold() {}

    /** The key of this text, without case, accents and punctuation; empty only when nothing visible is in it. */
    public static String key(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        var quick = Letters.key(text);
        return quick == null ? slow(text) : quick;
    }

    /** The key by the rules of Unicode, for texts beyond the letters of western writing. */
    static String slow(String text) {
        String plain = plainAscii(text) ? text : decomposed(text);
        var words = words(plain.toLowerCase(Locale.ROOT));
        return words.isEmpty() ? symbols(text) : recomposed(words);
    }

    /** The end, exclusive, of the range of keys that begin with this one. */
    public static String prefixEnd(String key) {
        return key + AFTER_EVERYTHING;
    }

    private static boolean plainAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text.replace('İ', 'I'), Normalizer.Form.NFKD);
    }

    private static String words(String text) {
        var out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (accent(c)) {
                continue;
            }
            if (!counts(c)) {
                gap = true;
                continue;
            }
            if (gap && !out.isEmpty()) {
                out.append(' ');
            }
            gap = false;
            append(out, c);
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        var letters = LETTERS.get(c);
        if (letters == null) {
            out.appendCodePoint(c);
        } else {
            out.append(letters);
        }
    }

    /** Accents of any script that leave the letter readable; vowel signs of Indic scripts stay, they are letters to their readers. */
    private static boolean accent(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK ->
                switch (Character.UnicodeScript.of(c)) {
                    case INHERITED, COMMON, HEBREW, ARABIC -> true;
                    default -> false;
                };
            case Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> false;
        };
    }

    private static boolean counts(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static String recomposed(String words) {
        return plainAscii(words) ? words : Normalizer.normalize(words, Normalizer.Form.NFC);
    }

    /** A name of nothing but signs, such as one emoji, is its own key. */
    private static String symbols(String text) {
        var out = new StringBuilder();
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isISOControl(c) && !Character.isSpaceChar(c))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
