package relais.records.types;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.platform.text.Fold;

/**
 * The choices of a custom field as an administrator writes them, one a line: {@code code = Français / English}; the
 * code may be left out and the second language too.
 */
public final class ChoiceLines {
    private ChoiceLines() {}

    /** The choices of these lines, in their order. */
    public static List<Choice> parse(@Nullable String lines) {
        if (lines == null || lines.isBlank()) {
            return List.of();
        }
        return lines.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .map(ChoiceLines::choice)
                .toList();
    }

    /** The lines of these choices; parsing them gives the same choices. */
    public static String format(List<Choice> choices) {
        var lines = new StringBuilder();
        for (var choice : choices) {
            lines.append(choice.code())
                    .append(" = ")
                    .append(choice.labels().getOrDefault("fr", choice.code()))
                    .append(" / ")
                    .append(choice.labels().getOrDefault("en", choice.code()))
                    .append('\n');
        }
        return lines.toString().strip();
    }

    private static Choice choice(String line) {
        int equals = line.indexOf(" = ");
        var words = equals < 0 ? line : line.substring(equals + 3).strip();
        int slash = words.indexOf(" / ");
        var french = slash < 0 ? words : words.substring(0, slash).strip();
        var english = slash < 0 ? words : words.substring(slash + 3).strip();
        var code = equals < 0 ? code(french) : line.substring(0, equals).strip();
        return new Choice(code, Map.of("fr", french, "en", english));
    }

    /** A code made of a label: its folded words joined by underscores. */
    public static String code(String label) {
        var folded = Fold.key(label).replace(' ', '_');
        return folded.isEmpty() ? "x" : folded;
    }
}
