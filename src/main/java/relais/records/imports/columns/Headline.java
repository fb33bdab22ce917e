package relais.records.imports.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a column as a person would say it. */
final class Headline {
    private static final Pattern SEPARATORS = Pattern.compile("[_\\s]+|(?<=\\p{L})\\.(?=\\p{L})");
    private static final Pattern HUMPS =
            Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=\\d{2,})");
    private static final Pattern CAPITALS = Pattern.compile("[\\p{Lu}\\d]+");

    private Headline() {}

    /** The words of the name: {@code MonthlyCharges} is two. */
    static List<String> words(String header) {
        var words = new ArrayList<String>();
        for (var part : SEPARATORS.split(header.strip())) {
            for (var word : HUMPS.split(part)) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    /** The name as a label: {@code Monthly charges}; a name already written with blanks stays. */
    static String label(String header) {
        var words = words(header);
        boolean shouting = header.equals(header.toUpperCase(Locale.ROOT)) && !header.contains(" ");
        boolean written = header.strip().contains(" ") && !header.contains("_");
        var out = new StringBuilder();
        for (var word : words) {
            out.append(out.isEmpty() ? "" : " ");
            out.append(written ? word : lowered(word, shouting));
        }
        return out.isEmpty() ? header : capitalised(out.toString());
    }

    /** Abbreviations keep their capitals, unless the whole name is in capitals. */
    private static String lowered(String word, boolean shouting) {
        boolean abbreviation = word.length() > 1 && CAPITALS.matcher(word).matches();
        return abbreviation && !shouting ? word : word.toLowerCase(Locale.ROOT);
    }

    private static String capitalised(String text) {
        int end = text.offsetByCodePoints(0, 1);
        return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
    }
}
