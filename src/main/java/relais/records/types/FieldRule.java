package relais.records.types;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace asks of the values of a field, whoever writes them.
 *
 * @param valid the formula that must not be wrong; null for none
 * @param messageFr what is said when it is, in French
 * @param messageEn the same in English
 * @param requiredWhen the formula that makes a value necessary when it holds; null for none
 * @param preset the value of a new record that is given none: a formula behind an equals sign, else a constant in JSON
 * @param single whether no two records may hold the same value
 */
public record FieldRule(
        @Nullable String valid,
        String messageFr,
        String messageEn,
        @Nullable String requiredWhen,
        @Nullable String preset,
        boolean single) {
    /** What is said when the value is refused. */
    public String message(Locale language) {
        return language.getLanguage().equals("fr") || messageEn.isBlank() ? messageFr : messageEn;
    }
}
