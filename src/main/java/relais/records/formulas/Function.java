package relais.records.formulas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of the language.
 *
 * @param name how formulas are kept, and what English readers see
 * @param french what French readers see; both are read
 * @param lenient whether it takes empty arguments
 * @param moving whether its value changes with the day
 */
record Function(String name, String french, List<Signature> signatures, boolean lenient, boolean moving) {
    /**
     * One way to call it.
     *
     * @param kinds of the arguments
     * @param needed how many must be given at least
     * @param more whether further ones like the last may follow
     */
    record Signature(List<Kind> kinds, int needed, boolean more, Kind result, Body body) {
        boolean takes(int count) {
            return count >= needed && (more || count <= kinds.size());
        }

        Kind kind(int i) {
            return kinds.get(Math.min(i, kinds.size() - 1));
        }
    }

    /** What it does. */
    interface Body {
        @Nullable
        Object apply(Run run, Arguments given);
    }

    static Function of(String name, String french, Signature... signatures) {
        return new Function(name, french, List.of(signatures), false, false);
    }

    Function takingNothing() {
        return new Function(name, french, signatures, true, moving);
    }

    Function changing() {
        return new Function(name, french, signatures, lenient, true);
    }

    static Signature sig(Kind result, Body body, Kind... kinds) {
        return new Signature(List.of(kinds), kinds.length, false, result, body);
    }

    static Signature optional(int needed, Kind result, Body body, Kind... kinds) {
        return new Signature(List.of(kinds), needed, false, result, body);
    }

    static Signature many(Kind result, Body body, Kind... kinds) {
        return new Signature(List.of(kinds), kinds.length, true, result, body);
    }
}
