package relais.records.lists.exports;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What one cell of a file holds. */
sealed interface FileValue {
    /** Nothing. */
    record None() implements FileValue {}

    /** Words, never a formula. */
    record Text(String text) implements FileValue {}

    /** A number that stays one. */
    record Figure(BigDecimal number) implements FileValue {}

    /** An amount in euro. */
    record Euro(BigDecimal amount) implements FileValue {}

    /** A calendar day. */
    record Day(LocalDate date) implements FileValue {}

    /** Yes or no. */
    record Truth(boolean yes) implements FileValue {}

    /** Words, or nothing when there are none. */
    static FileValue text(String text) {
        return text.isEmpty() ? new None() : new Text(text);
    }
}
