package relais.records.formulas;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.ui.Words;

/**
 * What is wrong in a formula, and where.
 *
 * @param at the first wrong character, counted from zero
 * @param length how many characters are wrong
 * @param code message key {@code formula.wrong.<code>}
 * @param repair what to put there instead, null when nothing lies near
 */
public record Mistake(
        int at,
        int length,
        String code,
        List<Object> args,
        @Nullable String repair) {
    /** What is wrong and where, as a sentence. */
    public String sentence() {
        return Words.t("formula.wrong.at", Words.t("formula.wrong." + code, words()), at + 1);
    }

    private Object[] words() {
        return args.stream()
                .map(a -> a instanceof Kind kind ? Words.t("formula.kind." + kind) : a)
                .toArray();
    }

    /** The formula with the proposed repair in its place. */
    public String repaired(String text) {
        return repair == null
                ? text
                : text.substring(0, at) + repair + text.substring(Math.min(text.length(), at + length));
    }

    /** The text in three parts: before, wrong, behind. */
    public List<String> parts(String text) {
        int from = Math.min(at, text.length());
        int to = Math.min(text.length(), from + length);
        return Stream.of(text.substring(0, from), text.substring(from, to), text.substring(to))
                .toList();
    }
}
