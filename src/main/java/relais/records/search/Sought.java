package relais.records.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import relais.platform.text.Fold;

/**
 * What somebody typed, as terms are written.
 *
 * @param beginnings with what terms may begin
 * @param words the words of a name
 */
record Sought(Set<String> beginnings, List<String> words) {
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 6;
    private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}@._+'\\-]*");
    private static final Pattern SIGN = Pattern.compile("[@._+'\\-]");

    static Sought of(String typed) {
        var text = shortened(typed.strip());
        var key = Fold.key(text);
        var beginnings = new LinkedHashSet<String>();
        if (!key.isEmpty()) {
            beginnings.add(key);
            beginnings.add(key.replace(" ", ""));
            var lower = text.toLowerCase(Locale.ROOT);
            if (ADDRESS.matcher(lower).matches() && SIGN.matcher(lower).find()) {
                beginnings.add(lower);
            }
        }
        PhoneDigits.typed(text).ifPresent(digits -> {
            beginnings.add(digits);
            PhoneDigits.ending(digits).ifPresent(beginnings::add);
        });
        return new Sought(beginnings, words(key));
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    private static List<String> words(String key) {
        return key.isEmpty()
                ? List.of()
                : List.of(key.split(" ")).stream().limit(MOST_WORDS).toList();
    }

    boolean empty() {
        return beginnings.isEmpty();
    }

    /** Whether this term is all of what was typed. */
    boolean is(String term) {
        return beginnings.contains(term);
    }
}
