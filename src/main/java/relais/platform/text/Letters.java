package relais.platform.text;

import org.jspecify.annotations.Nullable;

/**
 * The folding of a text of western letters in one pass, as nearly every text is: an import folds a dozen for each
 * record. What each letter folds to is asked of {@link Fold} itself, once.
 */
final class Letters {
    private static final int END = 0x180;
    private static final String GAP = "";

    /** What a character below {@link #END} becomes, a gap between words, or null when the rules of Unicode must say. */
    private static final @Nullable String[] FOLDED = folded();

    private Letters() {}

    /** The key of the text, or null when it holds a character that is none of these, or nothing but signs. */
    static @Nullable String key(String text) {
        var out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            var folded = c < END ? FOLDED[c] : null;
            if (folded == null) {
                return null;
            }
            if (folded.isEmpty()) {
                gap = true;
                continue;
            }
            if (gap && !out.isEmpty()) {
                out.append(' ');
            }
            gap = false;
            out.append(folded);
        }
        return out.isEmpty() ? null : out.toString();
    }

    private static @Nullable String[] folded() {
        var folded = new @Nullable String[END];
        for (char c = 0; c < END; c++) {
            folded[c] = folded(c);
        }
        return folded;
    }

    /** A letter counts that stays one beside others; of the signs only those of ASCII are surely gaps. */
    private static @Nullable String folded(char c) {
        boolean word = Character.isLetterOrDigit(c);
        if (c < 0x80) {
            return word ? Fold.slow(String.valueOf(c)) : GAP;
        }
        var between = word ? Fold.slow("a" + c + "a") : "";
        return between.length() > 2 && between.indexOf(' ') < 0 ? between.substring(1, between.length() - 1) : null;
    }
}
