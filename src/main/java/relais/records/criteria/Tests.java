package relais.records.criteria;

import static org.jooq.impl.DSL.name;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import relais.platform.text.Fold;
import relais.records.store.Columns;
import relais.records.types.Addresses;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.Problem;
import relais.records.types.Storage;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;

/** One field compared with values: what may be compared, and how it reads in SQL. */
final class Tests {
    private static final Set<FieldType> WORDS = Set.of(FieldType.TEXT, FieldType.URL, FieldType.ADDRESS);

    private Tests() {}

    static Optional<Problem> problem(Field field, Operator operator, List<JsonNode> values) {
        if (!operator.fits(field.type())) {
            return Optional.of(Problem.of(field.name(), "operator.unfit", operator.code()));
        }
        if (!operator.arity().fits(values.size())) {
            return Optional.of(Problem.of(field.name(), "operator.values"));
        }
        return values.stream()
                .map(v -> problem(field, operator, v))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Problem> problem(Field field, Operator operator, JsonNode value) {
        if (operator.days()) {
            boolean days = value.isIntegralNumber() && value.intValue() >= 0 && value.intValue() <= 36_500;
            return days ? Optional.empty() : Optional.of(Problem.of(field.name(), "days.expected"));
        }
        return switch (field.type()) {
            case NUMBER, MONEY, PERCENT, DURATION, RATING ->
                value.isNumber() ? Optional.empty() : Optional.of(Problem.of(field.name(), "number.expected"));
            case BOOLEAN ->
                value.isBoolean() ? Optional.empty() : Optional.of(Problem.of(field.name(), "boolean.expected"));
            case DATE, INSTANT ->
                Comparison.date(value).isPresent()
                        ? Optional.empty()
                        : Optional.of(Problem.of(field.name(), "date.impossible", value.asString("")));
            case CHOICE, CHOICES ->
                field.choices().stream().anyMatch(c -> c.code().equals(value.asString("")))
                        ? Optional.empty()
                        : Optional.of(Problem.of(field.name(), "choice.unknown", value.asString("")));
            case LINK, LINKS, USER, SITE ->
                relative(value) || uuid(value)
                        ? Optional.empty()
                        : Optional.of(Problem.of(field.name(), "link.unknown"));
            case TEXT, LONG_TEXT, TAGS, COLLECTION, URL, FILE, ADDRESS ->
                value.isString() && !Fold.key(value.asString()).isEmpty()
                        ? Optional.empty()
                        : Optional.of(Problem.of(field.name(), "text.expected"));
        };
    }

    private static boolean relative(JsonNode value) {
        return List.of("me", "mine", "team").contains(value.asString(""));
    }

    private static boolean uuid(JsonNode value) {
        return value.asString("").matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    static Condition condition(
            ObjectType type, String alias, Field field, Operator operator, List<JsonNode> values, Moment.Now now) {
        return switch (field.storage()) {
            case Storage.Children children -> Existence.child(alias, children, operator, values);
            case Storage.Labels labels -> Existence.tags(alias, labels, operator, values);
            case Storage.Column column -> compared(alias, field, operator, values, now);
            case Storage.Custom custom when custom.slot() != null -> compared(alias, field, operator, values, now);
            case Storage.Custom custom -> unindexed(alias, custom, field, operator, values, now);
        };
    }

    private static Condition compared(
            String alias, Field field, Operator operator, List<JsonNode> values, Moment.Now now) {
        var key = Columns.key(alias, field);
        if (key == null) {
            return whole(alias, field, operator, values);
        }
        if (field.has(Field.Trait.FLAG) && (operator == Operator.EMPTY || operator == Operator.FILLED)) {
            return key.coerce(Boolean.class).eq(operator == Operator.FILLED);
        }
        boolean ordered =
                field.type() == FieldType.CHOICE && (operator == Operator.AT_LEAST || operator == Operator.AT_MOST);
        if (ordered) {
            return Comparison.of(key, Operator.IS, reaching(field, operator, values), now);
        }
        boolean plain = field.storage() instanceof Storage.Column c && c.key() == null;
        return WORDS.contains(field.type())
                ? Comparison.text(key.coerce(String.class), operator, values, !plain)
                : Comparison.of(key, operator, values, now);
    }

    /** Choices are listed from the highest to the lowest: "at least gold" is gold and what stands before it. */
    private static List<JsonNode> reaching(Field field, Operator operator, List<JsonNode> values) {
        var codes = field.choices().stream().map(c -> c.code()).toList();
        int place = codes.indexOf(values.getFirst().asString(""));
        var kept = operator == Operator.AT_LEAST ? codes.subList(0, place + 1) : codes.subList(place, codes.size());
        return kept.stream().map(Values::text).toList();
    }

    /** Long texts and JSON columns have no key: they are compared as they are. */
    private static Condition whole(String alias, Field field, Operator operator, List<JsonNode> values) {
        var column = ((Storage.Column) field.storage()).column();
        if (field.type() == FieldType.CHOICES || field.type() == FieldType.LINKS) {
            return Existence.members(DSL.field(name(alias, column), SQLDataType.JSONB), operator, values);
        }
        return Comparison.text(DSL.field(name(alias, column), SQLDataType.CLOB), operator, values, false);
    }

    /** A custom field without a slot is read out of the JSON of every row. */
    private static Condition unindexed(
            String alias,
            Storage.Custom custom,
            Field field,
            Operator operator,
            List<JsonNode> values,
            Moment.Now now) {
        var json = DSL.field(name(alias, "custom"), SQLDataType.JSONB);
        var member = DSL.field("({0} ->> {1})", SQLDataType.CLOB, json, DSL.inline(custom.member()));
        return switch (field.type()) {
            case CHOICES, LINKS ->
                Existence.members(
                        DSL.field("({0} -> {1})", SQLDataType.JSONB, json, DSL.inline(custom.member())),
                        operator,
                        values);
            case NUMBER, PERCENT, DURATION, RATING ->
                Comparison.of(member.cast(SQLDataType.NUMERIC), operator, values, now);
            case MONEY ->
                Comparison.of(
                        DSL.field("({0} #>> array[{1}, 'amount'])", SQLDataType.CLOB, json, DSL.inline(custom.member()))
                                .cast(SQLDataType.NUMERIC),
                        operator,
                        values,
                        now);
            case DATE -> Comparison.of(member.cast(SQLDataType.LOCALDATE), operator, values, now);
            case INSTANT -> Comparison.of(member.cast(SQLDataType.TIMESTAMPWITHTIMEZONE), operator, values, now);
            case BOOLEAN -> Comparison.of(member.cast(SQLDataType.BOOLEAN), operator, values, now);
            case TEXT, LONG_TEXT, URL -> Comparison.text(member, operator, values, false);
            case ADDRESS -> Comparison.text(address(json, custom), operator, values, false);
            case CHOICE, LINK, USER, SITE, TAGS, COLLECTION, FILE -> Comparison.of(member, operator, values, now);
        };
    }

    /** What stands in the parts of an address, one behind the other; nothing where there is none. */
    private static org.jooq.Field<String> address(org.jooq.Field<JSONB> json, Storage.Custom custom) {
        var parts = Addresses.PARTS.stream()
                .map(p -> DSL.field(
                        "({0} #>> array[{1}, {2}])",
                        SQLDataType.CLOB, json, DSL.inline(custom.member()), DSL.inline(p)))
                .toList();
        return DSL.nullif(
                DSL.field(
                        "concat_ws(' ', {0}, {1}, {2}, {3})",
                        SQLDataType.CLOB, parts.get(0), parts.get(1), parts.get(2), parts.get(3)),
                DSL.inline(""));
    }
}
