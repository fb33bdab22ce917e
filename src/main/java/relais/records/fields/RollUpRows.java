package relais.records.fields;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.platform.text.Dates;
import relais.platform.text.Numbers;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.Criterion;
import relais.records.criteria.Operator;
import relais.records.types.Derivation;
import relais.records.types.Durations;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.Values;
import relais.ui.Face;
import relais.ui.Option;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;

/** The conditions of a roll-up, row by row: as criteria and as the form shows them. */
@Component
class RollUpRows {
    private static final Set<FieldType> LOOSE = Set.of(FieldType.LINK, FieldType.USER, FieldType.SITE);

    /** The fields that a condition may ask for. */
    static List<Field> fields(ObjectType over) {
        return over.fields().stream()
                .filter(f -> !(f.derivation() instanceof Derivation.RollUp))
                .filter(f -> !operators(f).isEmpty())
                .toList();
    }

    private static List<Operator> operators(Field field) {
        return Operator.of(field).stream()
                .filter(o -> o.arity() != Operator.Arity.TWO)
                .filter(o -> !LOOSE.contains(field.type()) || o.arity() == Operator.Arity.NONE)
                .toList();
    }

    List<DerivedPages.Row> shown(ObjectType over, List<RollUpForm.Condition> conditions) {
        var rows = new ArrayList<DerivedPages.Row>();
        conditions.forEach(c -> rows.add(row(over, c)));
        rows.add(new DerivedPages.Row("", "", "", List.of(), List.of(), false, "text"));
        return rows;
    }

    private static DerivedPages.Row row(ObjectType over, RollUpForm.Condition condition) {
        var field = over.field(condition.field()).orElse(null);
        if (field == null) {
            return new DerivedPages.Row(condition.field(), "", condition.value(), List.of(), List.of(), true, "text");
        }
        var operator = operator(field, condition.operator());
        return new DerivedPages.Row(
                field.name(),
                operator.code(),
                condition.value(),
                operators(field).stream()
                        .map(o -> new Option(o.code(), Words.t("operator." + o.code())))
                        .toList(),
                choices(over, field),
                operator.arity() != Operator.Arity.NONE,
                operator.days()
                        ? "number"
                        : field.type() == FieldType.DATE || field.type() == FieldType.INSTANT ? "date" : "text");
    }

    private static List<Option> choices(ObjectType over, Field field) {
        return field.type() == FieldType.BOOLEAN
                ? List.of(new Option("true", Words.t("ui.yes")), new Option("false", Words.t("ui.no")))
                : field.choices().stream()
                        .map(c -> new Option(c.code(), Labels.choice(over, field, c)))
                        .toList();
    }

    private static Operator operator(Field field, String code) {
        var all = operators(field);
        return all.stream().filter(o -> o.code().equals(code)).findFirst().orElse(all.getFirst());
    }

    /** The conditions in the JSON of criteria; null when there is none. */
    static @Nullable JsonNode where(ObjectType over, List<RollUpForm.Condition> conditions) {
        var tests = new ArrayList<Criterion>();
        for (var condition : conditions) {
            over.field(condition.field())
                    .filter(f -> fields(over).contains(f))
                    .ifPresent(f -> tests.add(test(f, condition)));
        }
        return tests.isEmpty() ? null : Values.parse(CriteriaJson.text(new Criterion.All(tests)));
    }

    private static Criterion test(Field field, RollUpForm.Condition condition) {
        var operator = operator(field, condition.operator());
        boolean none =
                operator.arity() == Operator.Arity.NONE || condition.value().isEmpty();
        return new Criterion.Test(
                field.name(), operator, none ? List.of() : List.of(value(field, operator, condition.value())));
    }

    private static JsonNode value(Field field, Operator operator, String typed) {
        if (operator.days()) {
            return typed.matches("\\d{1,6}") ? Values.number(new BigDecimal(typed)) : Values.text(typed);
        }
        return switch (field.type()) {
            case DURATION ->
                Durations.parse(typed)
                        .map(s -> Values.number(BigDecimal.valueOf(s)))
                        .orElse(Values.text(typed));
            case NUMBER, MONEY, PERCENT, RATING ->
                Numbers.parse(typed, Face.language()).map(Values::number).orElse(Values.text(typed));
            case DATE, INSTANT ->
                Values.text(Dates.parse(typed, Face.language())
                        .map(Object::toString)
                        .orElse(typed));
            case BOOLEAN -> Values.bool(typed.equals("true"));
            case TEXT, LONG_TEXT, CHOICE, CHOICES, LINK, USER, SITE, TAGS, COLLECTION -> Values.text(typed);
            case URL, FILE, ADDRESS, LINKS -> Values.text(typed);
        };
    }

    /** The rows behind kept criteria; conditions of other shapes have none. */
    static List<RollUpForm.Condition> conditions(@Nullable JsonNode where) {
        if (where == null || !(CriteriaJson.read(where) instanceof Criterion.All all)) {
            return List.of();
        }
        return all.of().stream()
                .filter(c -> c instanceof Criterion.Test)
                .map(c -> (Criterion.Test) c)
                .map(t -> new RollUpForm.Condition(
                        t.field(),
                        t.operator().code(),
                        t.values().isEmpty() ? "" : written(t.values().getFirst())))
                .toList();
    }

    private static String written(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }
}
