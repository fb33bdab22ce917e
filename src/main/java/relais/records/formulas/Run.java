package relais.records.formulas;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One evaluation: the record's values, the day, and why the result is empty if it is. */
final class Run {
    static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final int DIGITS = 40;
    private static final int SCALE = 60;

    private final JsonNode state;
    private final Day day;
    private @Nullable String mark;

    Run(JsonNode state, Day day) {
        this.state = state;
        this.day = day;
    }

    JsonNode state() {
        return state;
    }

    LocalDate today() {
        return day.today();
    }

    ZoneId zone() {
        return day.zone();
    }

    @Nullable
    String mark() {
        return mark;
    }

    /** Nothing, for this reason; the first reason is the one that is told. */
    @Nullable
    Object empty(String why) {
        if (mark == null) {
            mark = why;
        }
        return null;
    }

    /** The number, unless it left what a field could ever hold: so that no step costs more than another. */
    @Nullable
    Object bounded(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        long digits = (long) number.precision() - number.scale();
        if (digits > DIGITS) {
            return empty("large");
        }
        if (digits < -SCALE) {
            return BigDecimal.ZERO;
        }
        return number.scale() > SCALE ? number.setScale(SCALE, RoundingMode.HALF_UP) : number;
    }
}
