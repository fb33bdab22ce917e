package relais.records.formulas;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a function is given; the types were checked when the formula was read. */
record Arguments(@Nullable Object[] values) {
    int size() {
        return values.length;
    }

    @Nullable
    Object get(int i) {
        return values[i];
    }

    private Object needed(int i) {
        return Objects.requireNonNull(values[i]);
    }

    BigDecimal number(int i) {
        return (BigDecimal) needed(i);
    }

    /** A count or place: cut to what makes sense for texts and dates. */
    int integer(int i) {
        return number(i)
                .max(BigDecimal.valueOf(-1_000_000))
                .min(BigDecimal.valueOf(1_000_000))
                .intValue();
    }

    String text(int i) {
        return needed(i).toString();
    }

    LocalDate date(int i) {
        return (LocalDate) needed(i);
    }

    Instant moment(int i) {
        return (Instant) needed(i);
    }

    Duration duration(int i) {
        return (Duration) needed(i);
    }

    Amount amount(int i) {
        return (Amount) needed(i);
    }

    List<?> list(int i) {
        return (List<?>) needed(i);
    }

    /** Those that are there. */
    List<Object> present() {
        var present = new ArrayList<Object>();
        for (var value : values) {
            if (value != null) {
                present.add(value);
            }
        }
        return present;
    }
}
