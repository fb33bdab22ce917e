package relais.records.fields;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.types.Field;
import relais.records.types.FieldInput;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.ValueText;
import relais.records.types.Values;
import relais.ui.Face;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a value of one type reads as in another; pure. */
final class Conversions {
    private static final Set<FieldType> FIGURES =
            EnumSet.of(FieldType.NUMBER, FieldType.PERCENT, FieldType.RATING, FieldType.DURATION);
    private static final List<FieldType> PLAIN = List.of(
            FieldType.TEXT,
            FieldType.LONG_TEXT,
            FieldType.NUMBER,
            FieldType.MONEY,
            FieldType.DATE,
            FieldType.CHOICE,
            FieldType.CHOICES,
            FieldType.BOOLEAN,
            FieldType.PERCENT,
            FieldType.DURATION,
            FieldType.RATING,
            FieldType.URL,
            FieldType.ADDRESS);

    private Conversions() {}

    static boolean linking(FieldType type) {
        return type == FieldType.LINK || type == FieldType.LINKS;
    }

    /** The types that a field of this type can become. */
    static List<FieldType> targets(FieldType from) {
        if (linking(from)) {
            return List.of(from == FieldType.LINK ? FieldType.LINKS : FieldType.LINK, FieldType.TEXT);
        }
        if (from == FieldType.USER) {
            return List.of(FieldType.TEXT);
        }
        return PLAIN.contains(from) ? PLAIN.stream().filter(t -> t != from).toList() : List.of();
    }

    /** The value in the other field, none when it can't be read so. */
    static JsonNode convert(ObjectType type, Field field, JsonNode value, Field next, Map<UUID, String> names) {
        var same = structured(field, value, next);
        if (same != null) {
            return FieldInput.value(FieldInput.accept(next, same)).orElse(Values.none());
        }
        if (linking(next.type())) {
            return Values.none();
        }
        var text = ValueText.of(type, field, value, names);
        return FieldInput.value(FieldInput.read(next, text, Face.language())).orElse(Values.none());
    }

    /** What needs no reading: a figure stays the figure, one of several is one. */
    private static @Nullable JsonNode structured(Field field, JsonNode value, Field next) {
        var to = next.type();
        if (FIGURES.contains(field.type()) && FIGURES.contains(to)) {
            return value;
        }
        if (FIGURES.contains(field.type()) && to == FieldType.MONEY) {
            var money = Values.object();
            money.put("amount", value.decimalValue().toPlainString());
            money.put("currency", "EUR");
            return money;
        }
        if (field.type() == FieldType.MONEY && FIGURES.contains(to)) {
            return Values.number(new BigDecimal(value.path("amount").asString("0")));
        }
        boolean one = field.type() == FieldType.CHOICE || field.type() == FieldType.LINK;
        boolean several = field.type() == FieldType.CHOICES || field.type() == FieldType.LINKS;
        if (one && (to == FieldType.CHOICES || to == FieldType.LINKS)) {
            return JsonNodeFactory.instance.arrayNode().add(value);
        }
        if (several && value.size() == 1 && (to == FieldType.CHOICE || to == FieldType.LINK)) {
            return value.get(0);
        }
        return null;
    }
}
