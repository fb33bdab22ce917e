package relais.records.formulas;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.platform.text.Fold;

/** Values as texts inside a formula. */
final class Texts {
    private static final int LONGEST = 10_000;

    private Texts() {}

    /** The value as plain text, the same in every language. */
    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> plain(number);
            case Amount amount ->
                plain(amount.value()) + " " + amount.currency().getCurrencyCode();
            case Collection<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The text unless it has become too long. */
    static @Nullable Object bounded(Run run, String text) {
        return text.length() > LONGEST ? run.empty("long") : text;
    }

    /** Accents, case and punctuation do not count, as in filters; what is made of signs alone is taken by its letter. */
    static String key(Object text) {
        var key = Fold.key(text.toString());
        return key.isEmpty() ? text.toString() : key;
    }
}
