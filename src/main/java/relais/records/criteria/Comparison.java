package relais.records.criteria;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import relais.platform.text.Dates;
import relais.platform.text.Fold;
import tools.jackson.databind.JsonNode;

/** Comparisons of a column with values, each value brought to the column's own type. */
final class Comparison {
    private Comparison() {}

    static Condition of(Field<?> column, Operator operator, List<JsonNode> values, Moment.Now now) {
        return typed(column, operator, values, now);
    }

    private static <T> Condition typed(Field<T> column, Operator operator, List<JsonNode> values, Moment.Now now) {
        return switch (operator) {
            case EMPTY -> column.isNull();
            case FILLED -> column.isNotNull();
            case IS -> column.in(operands(column, values, now));
            case IS_NOT -> column.isNull().or(column.notIn(operands(column, values, now)));
            case AT_LEAST -> column.ge(operand(column, values.getFirst(), now));
            case AT_MOST -> column.le(operand(column, values.getFirst(), now));
            case BETWEEN -> between(column, values, now);
            case BEFORE -> column.lt(day(column, date(values.getFirst()).orElseThrow(), now));
            case AFTER ->
                column.ge(day(column, date(values.getFirst()).orElseThrow().plusDays(1), now));
            case LAST_DAYS ->
                column.ge(day(column, now.today().minusDays(days(values)), now))
                        .and(column.lt(day(column, now.today().plusDays(1), now)));
            case NEXT_DAYS ->
                column.ge(day(column, now.today(), now))
                        .and(column.lt(day(column, now.today().plusDays(days(values) + 1), now)));
            case NOT_LAST_DAYS ->
                column.isNull().or(column.lt(day(column, now.today().minusDays(days(values)), now)));
            case STARTS, CONTAINS -> text(column.coerce(String.class), operator, values, false);
            case HAS_ANY, HAS_ALL, HAS_NONE -> DSL.noCondition();
        };
    }

    private static <T> Condition between(Field<T> column, List<JsonNode> values, Moment.Now now) {
        var first = date(values.get(0));
        var last = date(values.get(1));
        if (first.isPresent() && last.isPresent()) {
            return column.ge(day(column, first.get(), now))
                    .and(column.lt(day(column, last.get().plusDays(1), now)));
        }
        return column.between(operand(column, values.get(0), now), operand(column, values.get(1), now));
    }

    private static long days(List<JsonNode> values) {
        return values.getFirst().longValue();
    }

    static Optional<LocalDate> date(JsonNode value) {
        return value.isString() ? Dates.iso(value.asString()) : Optional.empty();
    }

    /** The beginning of a day in the column's type: a day, its ISO text, or the moment it begins for the actor. */
    private static <T> Field<T> day(Field<T> column, LocalDate day, Moment.Now now) {
        Object value = day;
        if (column.getType() == OffsetDateTime.class) {
            value = day.atStartOfDay(now.zone()).toOffsetDateTime();
        } else if (column.getType() == String.class) {
            value = day.toString();
        }
        return DSL.val(value, column);
    }

    private static <T> List<Field<T>> operands(Field<T> column, List<JsonNode> values, Moment.Now now) {
        var operands = new ArrayList<Field<T>>();
        for (var value : values) {
            switch (value.asString("")) {
                case "me" -> operands.add(DSL.val((Object) now.me(), column));
                case "team" -> now.myTeam().get().forEach(m -> operands.add(DSL.val((Object) m, column)));
                case "mine" -> now.mySites().forEach(s -> operands.add(DSL.val((Object) s, column)));
                default -> operands.add(operand(column, value, now));
            }
        }
        return operands;
    }

    private static <T> Field<T> operand(Field<T> column, JsonNode value, Moment.Now now) {
        var type = column.getType();
        Object operand = value.asString("");
        if (type == UUID.class) {
            operand = UUID.fromString(value.asString());
        } else if (type == Double.class) {
            operand = value.isBoolean() ? (value.booleanValue() ? 1.0 : 0.0) : value.doubleValue();
        } else if (type == BigDecimal.class) {
            operand = value.decimalValue();
        } else if (type == Boolean.class) {
            operand = value.booleanValue();
        } else if (type == LocalDate.class || type == OffsetDateTime.class) {
            return day(column, date(value).orElseThrow(), now);
        }
        return DSL.val(operand, column);
    }

    /**
     * Compares texts.
     *
     * @param folded whether the column holds folded keys, so that accents and case do not matter
     */
    static Condition text(Field<String> column, Operator operator, List<JsonNode> values, boolean folded) {
        var compared = folded ? column : DSL.lower(column);
        var texts = values.stream().map(v -> form(v, folded)).toList();
        return switch (operator) {
            case EMPTY -> column.isNull().or(column.eq(""));
            case FILLED -> column.isNotNull().and(column.ne(""));
            case IS -> compared.in(texts);
            case IS_NOT -> column.isNull().or(compared.notIn(texts));
            case STARTS -> starts(compared, texts.getFirst());
            case CONTAINS -> DSL.position(compared, texts.getFirst()).gt(0);
            case AT_LEAST,
                    AT_MOST,
                    BETWEEN,
                    BEFORE,
                    AFTER,
                    LAST_DAYS,
                    NEXT_DAYS,
                    NOT_LAST_DAYS,
                    HAS_ANY,
                    HAS_ALL,
                    HAS_NONE -> DSL.noCondition();
        };
    }

    private static Condition starts(Field<String> column, String prefix) {
        return column.ge(prefix).and(column.lt(Fold.prefixEnd(prefix)));
    }

    private static String form(JsonNode value, boolean folded) {
        return folded
                ? Fold.key(value.asString(""))
                : value.asString("").strip().toLowerCase(Locale.ROOT);
    }
}
