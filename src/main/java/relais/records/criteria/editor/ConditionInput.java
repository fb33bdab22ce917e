package relais.records.criteria.editor;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import relais.platform.text.Dates;
import relais.platform.text.Fold;
import relais.platform.text.Numbers;
import relais.platform.text.Phones;
import relais.records.criteria.Criterion;
import relais.records.criteria.Operator;
import relais.records.lists.ListQueries;
import relais.records.types.Durations;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;
import relais.ui.Face;
import tools.jackson.databind.JsonNode;

/** Reads what a person typed beside an operator; what can't be read stays as written, so that it can be mended. */
@Component
class ConditionInput {
    private static final int RESOLVED = 2;

    private final ObjectTypes types;
    private final ListQueries queries;

    ConditionInput(ObjectTypes types, ListQueries queries) {
        this.types = types;
        this.queries = queries;
    }

    Criterion.Test read(Field field, Operator operator, List<String> typed) {
        var values = typed.stream()
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .map(v -> value(field, operator, v))
                .toList();
        var each = operator.arity() == Operator.Arity.SOME
                ? values.stream().distinct().toList()
                : values;
        return new Criterion.Test(field.name(), operator, operator.arity() == Operator.Arity.NONE ? List.of() : each);
    }

    JsonNode value(Field field, Operator operator, String typed) {
        var locale = Face.language();
        if (operator.days()) {
            return typed.matches("\\d{1,6}") ? Values.number(new BigDecimal(typed)) : Values.text(typed);
        }
        return switch (field.type()) {
            case DURATION ->
                Durations.parse(typed)
                        .map(s -> Values.number(BigDecimal.valueOf(s)))
                        .orElse(Values.text(typed));
            case NUMBER, MONEY, PERCENT, RATING ->
                Numbers.parse(typed.replaceFirst("\\s*%$", ""), locale)
                        .map(Values::number)
                        .orElse(Values.text(typed));
            case DATE, INSTANT -> date(typed, locale);
            case BOOLEAN -> Values.bool(typed.equals("true"));
            case LINK, LINKS -> linked(field, typed);
            case COLLECTION -> operator == Operator.CONTAINS ? Values.text(typed) : Values.text(phone(field, typed));
            case TEXT, LONG_TEXT, CHOICE, CHOICES, USER, SITE, TAGS, URL, FILE, ADDRESS -> Values.text(typed);
        };
    }

    private static String phone(Field field, String typed) {
        return field.name().equals("phones")
                ? Phones.parse(typed, Phones.DEFAULT_REGION).orElse(typed)
                : typed;
    }

    private static JsonNode date(String typed, Locale locale) {
        return Values.text(Dates.parse(typed, locale).map(Object::toString).orElse(typed));
    }

    /** A record is named by the beginning of its name, as long as only one begins so. */
    private JsonNode linked(Field field, String typed) {
        if (field.target() == null
                || typed.matches("[0-9a-fA-F-]{36}")
                || Fold.key(typed).isEmpty()) {
            return Values.text(typed);
        }
        var type = types.of(field.target());
        var title = type.required(type.titles().getFirst());
        var operators = title.type() == FieldType.TEXT ? List.of(Operator.IS, Operator.STARTS) : List.<Operator>of();
        for (var operator : operators) {
            var named = new Criterion.Test(title.name(), operator, List.of(Values.text(typed)));
            var ids = queries.matching(type, named, RESOLVED);
            if (ids.size() == 1) {
                return Values.text(ids.getFirst().toString());
            }
        }
        return Values.text(typed);
    }
}
