package relais.records.search;

import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers as digits: those at home with their zero, others with the code of their country. */
final class PhoneDigits {
    private static final String HOME = "33";
    private static final String MARK = "r";
    private static final int SHORTEST_END = 4;
    private static final int LONGEST_END = 9;
    private static final Pattern NO_NUMBER = Pattern.compile("[^0-9+().\\-/\\s\\u00a0\\u2009\\u202f]");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    private PhoneDigits() {}

    /** The digits of a stored number: 0612345678, 442079460958. */
    static String stored(String e164) {
        var digits = NO_DIGIT.matcher(e164).replaceAll("");
        return digits.startsWith(HOME) ? "0" + digits.substring(HOME.length()) : digits;
    }

    /** The digits backward behind a mark that no other term begins with. */
    static String backward(String digits) {
        return MARK + new StringBuilder(digits).reverse();
    }

    /** The digits that somebody typed, in any writing, as stored numbers begin; nothing when it is no number. */
    static Optional<String> typed(String text) {
        var digits = NO_DIGIT.matcher(text).replaceAll("");
        if (digits.length() < 2 || NO_NUMBER.matcher(text).find()) {
            return Optional.empty();
        }
        if (text.strip().startsWith("+")) {
            return Optional.of(abroad(digits));
        }
        return Optional.of(digits.startsWith("00") ? abroad(digits.substring(2)) : digits);
    }

    private static String abroad(String digits) {
        if (!digits.startsWith(HOME)) {
            return digits;
        }
        var rest = digits.substring(HOME.length());
        return rest.startsWith("0") ? rest : "0" + rest;
    }

    /** The beginning of a backward term of numbers that end with these digits; too few mean nothing. */
    static Optional<String> ending(String digits) {
        return digits.length() < SHORTEST_END
                ? Optional.empty()
                : Optional.of(backward(digits.substring(Math.max(0, digits.length() - LONGEST_END))));
    }
}
