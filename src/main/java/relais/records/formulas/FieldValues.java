package relais.records.formulas;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;

/** Between the values of fields and those inside a formula. */
final class FieldValues {
    private static final int PLACES = 10;
    private static final int DIGITS = 30;
    private static final int MONEY_DIGITS = 15;
    private static final int LINE = 1_000;

    private FieldValues() {}

    /** The value of a field as formulas compute with it. */
    static @Nullable Object read(Field field, @Nullable JsonNode value) {
        if (field.has(Field.Trait.FLAG)) {
            return value != null && value.asBoolean(false);
        }
        if (Values.empty(value) || value == null) {
            return Kind.of(field.type()) == Kind.LIST ? List.of() : null;
        }
        return switch (Kind.of(field.type())) {
            // A share of 20 % is 0.2 to compute with.
            case NUMBER ->
                field.type() == FieldType.PERCENT ? value.decimalValue().movePointLeft(2) : value.decimalValue();
            case TEXT, REFERENCE -> value.asString();
            case BOOLEAN -> value.booleanValue();
            case DATE -> LocalDate.parse(value.asString());
            case MOMENT -> Instant.parse(value.asString());
            case MONEY ->
                new Amount(
                        new BigDecimal(value.path("amount").asString("0")),
                        Currency.getInstance(value.path("currency").asString("EUR")));
            case LIST -> value.valueStream().map(FieldValues::element).toList();
            case DURATION -> Duration.ofSeconds(value.longValue());
            case NOTHING, ANY -> null;
        };
    }

    private static String element(JsonNode element) {
        return element.isObject()
                ? element.path("value").asString(element.path("city").asString(""))
                : element.asString("");
    }

    /** The type of field that keeps results of this kind; null when none does. */
    static @Nullable FieldType keeping(Kind kind) {
        return switch (kind) {
            case NUMBER -> FieldType.NUMBER;
            case TEXT -> FieldType.TEXT;
            case BOOLEAN -> FieldType.BOOLEAN;
            case DATE -> FieldType.DATE;
            case MOMENT -> FieldType.INSTANT;
            case MONEY -> FieldType.MONEY;
            case DURATION -> FieldType.DURATION;
            case REFERENCE, LIST, NOTHING, ANY -> null;
        };
    }

    /** The result as a field keeps it: numbers to ten places, money to those of its currency. */
    static JsonNode write(Run run, @Nullable Object result) {
        return switch (result) {
            case null -> Values.none();
            case BigDecimal number -> number(run, number);
            case Amount amount -> amount(run, amount);
            case Boolean yes -> Values.bool(yes);
            case Duration length -> Values.number(BigDecimal.valueOf(length.toSeconds()));
            default -> text(run, result.toString());
        };
    }

    private static JsonNode number(Run run, BigDecimal number) {
        var rounded = number.setScale(PLACES, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.precision() - rounded.scale() > DIGITS ? nothing(run, "large") : Values.number(rounded);
    }

    private static JsonNode amount(Run run, Amount amount) {
        int places = Math.max(0, amount.currency().getDefaultFractionDigits());
        var rounded = amount.value().setScale(places, RoundingMode.HALF_UP);
        if (rounded.precision() - rounded.scale() > MONEY_DIGITS) {
            return nothing(run, "large");
        }
        var money = Values.object();
        money.put("amount", rounded.toPlainString());
        money.put("currency", amount.currency().getCurrencyCode());
        return money;
    }

    private static JsonNode text(Run run, String text) {
        if (text.length() > LINE) {
            return nothing(run, "long");
        }
        return text.isBlank() ? Values.none() : Values.text(text.strip());
    }

    private static JsonNode nothing(Run run, String why) {
        run.empty(why);
        return Values.none();
    }
}
