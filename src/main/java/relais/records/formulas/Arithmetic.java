package relais.records.formulas;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adding, subtracting, multiplying, dividing, raising: what may be combined and what comes of it. */
record Arithmetic(Kind kind, int at, int end, String sign, Node left, Node right) implements Node {
    private static final int YEARS = 9_999;
    private static final BigDecimal LONGEST = BigDecimal.valueOf(86_400L * 366 * 10_000);
    private static final int EXPONENT = 1_000;

    /** What combining these kinds makes; nothing when they can't be combined. */
    static Optional<Kind> result(String sign, Kind left, Kind right) {
        if (left == Kind.NOTHING || right == Kind.NOTHING) {
            return Optional.of(left == Kind.NOTHING ? right : left);
        }
        return Optional.ofNullable(
                switch (sign) {
                    case "+" -> added(left, right);
                    case "-" -> subtracted(left, right);
                    case "*" -> multiplied(left, right);
                    case "/" -> divided(left, right);
                    default -> left == Kind.NUMBER && right == Kind.NUMBER ? Kind.NUMBER : null;
                });
    }

    private static @Nullable Kind added(Kind left, Kind right) {
        if (left == right && (left == Kind.NUMBER || left == Kind.MONEY || left == Kind.DURATION)) {
            return left;
        }
        boolean dated = left == Kind.DATE || left == Kind.MOMENT;
        return dated && (right == Kind.DURATION || left == Kind.DATE && right == Kind.NUMBER) ? left : null;
    }

    private static @Nullable Kind subtracted(Kind left, Kind right) {
        return left == right && (left == Kind.DATE || left == Kind.MOMENT) ? Kind.DURATION : added(left, right);
    }

    private static @Nullable Kind multiplied(Kind left, Kind right) {
        if (left == Kind.NUMBER) {
            return right == Kind.NUMBER || right == Kind.MONEY || right == Kind.DURATION ? right : null;
        }
        return right == Kind.NUMBER && (left == Kind.MONEY || left == Kind.DURATION) ? left : null;
    }

    private static @Nullable Kind divided(Kind left, Kind right) {
        if (left == right && (left == Kind.NUMBER || left == Kind.MONEY || left == Kind.DURATION)) {
            return Kind.NUMBER;
        }
        return right == Kind.NUMBER && (left == Kind.MONEY || left == Kind.DURATION) ? left : null;
    }

    @Override
    public @Nullable Object value(Run run) {
        var first = left.value(run);
        var second = right.value(run);
        return first == null || second == null ? null : combined(run, first, second);
    }

    private @Nullable Object combined(Run run, Object first, Object second) {
        if (first instanceof Amount one && second instanceof Amount other) {
            return amounts(run, one, other);
        }
        if (first instanceof Amount amount) {
            return of(amount, numbers(run, amount.value(), (BigDecimal) second));
        }
        if (second instanceof Amount amount) {
            return of(amount, numbers(run, (BigDecimal) first, amount.value()));
        }
        if (first instanceof BigDecimal number && second instanceof BigDecimal other) {
            return numbers(run, number, other);
        }
        return times(run, first, second);
    }

    private static @Nullable Object of(Amount amount, @Nullable Object number) {
        return number instanceof BigDecimal value ? amount.with(value) : null;
    }

    private @Nullable Object amounts(Run run, Amount one, Amount other) {
        if (!one.currency().equals(other.currency())) {
            return run.empty("currencies");
        }
        var number = numbers(run, one.value(), other.value());
        return sign.equals("/") ? number : of(one, number);
    }

    private @Nullable Object numbers(Run run, BigDecimal first, BigDecimal second) {
        return switch (sign) {
            case "+" -> run.bounded(first.add(second));
            case "-" -> run.bounded(first.subtract(second));
            case "*" -> run.bounded(first.multiply(second, Run.PRECISION));
            case "/" -> second.signum() == 0 ? run.empty("zero") : run.bounded(first.divide(second, Run.PRECISION));
            default -> power(run, first, second);
        };
    }

    /** Whole exponents alone, and no larger than any use. */
    static @Nullable Object power(Run run, BigDecimal base, BigDecimal exponent) {
        if (exponent.abs().compareTo(BigDecimal.valueOf(EXPONENT)) > 0) {
            return run.empty("large");
        }
        if (exponent.stripTrailingZeros().scale() > 0) {
            return exponent.compareTo(new BigDecimal("0.5")) == 0 && base.signum() >= 0
                    ? run.bounded(base.sqrt(Run.PRECISION))
                    : run.empty("exponent");
        }
        int times = exponent.intValue();
        if (times < 0 && base.signum() == 0) {
            return run.empty("zero");
        }
        try {
            return run.bounded(base.pow(times, Run.PRECISION));
        } catch (ArithmeticException beyond) {
            return run.empty("large");
        }
    }

    private @Nullable Object times(Run run, Object first, Object second) {
        return switch (first) {
            case LocalDate day
            when second instanceof LocalDate other -> Duration.ofDays(day.toEpochDay() - other.toEpochDay());
            case LocalDate day when second instanceof Duration length -> shifted(run, day, length.toDays());
            case LocalDate day -> shifted(run, day, days((BigDecimal) second));
            case Instant moment when second instanceof Instant other -> Duration.between(other, moment);
            case Instant moment -> moved(run, moment, (Duration) second);
            case Duration length when second instanceof Duration other -> durations(run, length, other);
            case Duration length -> scaled(run, seconds(length), (BigDecimal) second);
            default -> scaled(run, (BigDecimal) first, seconds((Duration) second));
        };
    }

    private static long days(BigDecimal count) {
        return count.max(BigDecimal.valueOf(-10_000_000))
                .min(BigDecimal.valueOf(10_000_000))
                .longValue();
    }

    private @Nullable Object shifted(Run run, LocalDate day, long days) {
        return dated(run, day.plusDays(sign.equals("-") ? -days : days));
    }

    private @Nullable Object moved(Run run, Instant moment, Duration length) {
        var moved = sign.equals("-") ? moment.minus(length) : moment.plus(length);
        return dated(run, moved.atZone(run.zone()).toLocalDate()) == null ? null : moved;
    }

    private @Nullable Object durations(Run run, Duration first, Duration second) {
        var number = numbers(run, seconds(first), seconds(second));
        return sign.equals("/") || !(number instanceof BigDecimal value)
                ? number
                : lasting(run, value, Duration.ofSeconds(1));
    }

    private @Nullable Object scaled(Run run, BigDecimal first, BigDecimal second) {
        return numbers(run, first, second) instanceof BigDecimal value
                ? lasting(run, value, Duration.ofSeconds(1))
                : null;
    }

    /** The day, unless no calendar field could hold it. */
    static @Nullable Object dated(Run run, LocalDate day) {
        return day.getYear() < 1_000 || day.getYear() > YEARS ? run.empty("date") : day;
    }

    /** So many of this unit as a duration, to the second. */
    static @Nullable Object lasting(Run run, BigDecimal count, Duration unit) {
        var seconds = count.multiply(BigDecimal.valueOf(unit.toSeconds()));
        return seconds.abs().compareTo(LONGEST) > 0 ? run.empty("large") : Duration.ofSeconds(seconds.longValue());
    }

    /** How many of this unit the duration has. */
    static @Nullable Object in(Run run, Duration length, Duration unit) {
        return run.bounded(seconds(length).divide(BigDecimal.valueOf(unit.toSeconds()), Run.PRECISION));
    }

    private static BigDecimal seconds(Duration length) {
        return BigDecimal.valueOf(length.toSeconds());
    }
}
