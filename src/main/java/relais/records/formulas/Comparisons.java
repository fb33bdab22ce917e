package relais.records.formulas;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two values compared: equal also tells whether both are empty, the order of something empty is unknown. */
record Comparisons(int at, int end, String sign, Node left, Node right) implements Node {
    static boolean comparable(String sign, Kind left, Kind right) {
        boolean equality = sign.equals("=") || sign.equals("<>");
        if (left == Kind.NOTHING || right == Kind.NOTHING) {
            return equality;
        }
        if (left == Kind.MONEY && right == Kind.NUMBER || left == Kind.NUMBER && right == Kind.MONEY) {
            return true;
        }
        boolean ordered = left != Kind.REFERENCE && left != Kind.BOOLEAN && left != Kind.LIST;
        return left == right && left != Kind.LIST && (equality || ordered);
    }

    @Override
    public Kind kind() {
        return Kind.BOOLEAN;
    }

    @Override
    public @Nullable Object value(Run run) {
        var first = present(left.value(run));
        var second = present(right.value(run));
        if (first == null || second == null) {
            return switch (sign) {
                case "=" -> first == null && second == null;
                case "<>" -> first != null || second != null;
                default -> null;
            };
        }
        if (first instanceof Amount one
                && second instanceof Amount other
                && !one.currency().equals(other.currency())) {
            return different(run);
        }
        return holds(order(first, second));
    }

    private static @Nullable Object present(@Nullable Object value) {
        return value instanceof List<?> list && list.isEmpty() ? null : value;
    }

    private @Nullable Object different(Run run) {
        return switch (sign) {
            case "=" -> false;
            case "<>" -> true;
            default -> run.empty("currencies");
        };
    }

    private boolean holds(int order) {
        return switch (sign) {
            case "=" -> order == 0;
            case "<>" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    /** The order of two values that are there. */
    static int order(Object first, Object second) {
        return switch (first) {
            case BigDecimal number -> number.compareTo(number(second));
            case Amount amount -> amount.value().compareTo(number(second));
            case LocalDate day -> day.compareTo((LocalDate) second);
            case Instant moment -> moment.compareTo((Instant) second);
            case Duration length -> length.compareTo((Duration) second);
            case Boolean yes -> yes.compareTo((Boolean) second);
            default -> Texts.key(first).compareTo(Texts.key(second));
        };
    }

    private static BigDecimal number(Object value) {
        return value instanceof Amount amount ? amount.value() : (BigDecimal) value;
    }
}
