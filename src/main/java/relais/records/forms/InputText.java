package relais.records.forms;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Collectors;
import relais.records.types.Durations;
import relais.records.types.Field;
import relais.records.types.FieldRules;
import relais.records.types.ValueText;
import relais.records.types.Values;
import relais.ui.Face;
import relais.ui.Formats;
import tools.jackson.databind.JsonNode;

/** A value as its control holds it, so that reading it back gives the same value. */
final class InputText {
    private InputText() {}

    static String of(Field field, JsonNode value) {
        if (Values.empty(value) || !FieldRules.suits(field, value)) {
            return "";
        }
        return switch (field.type()) {
            case TEXT, LONG_TEXT, CHOICE, LINK, USER, SITE, URL -> value.asString("");
            case PERCENT, RATING -> Formats.number(value.decimalValue());
            case DURATION -> Durations.text(value.longValue());
            case NUMBER -> ValueText.number(field, value.decimalValue());
            case DATE -> date(LocalDate.parse(value.asString("")));
            case INSTANT -> moment(Instant.parse(value.asString("")));
            case BOOLEAN -> value.booleanValue() ? "true" : "false";
            case MONEY ->
                Formats.exactMoney(
                        new BigDecimal(value.path("amount").asString("0")),
                        Currency.getInstance(value.path("currency").asString("EUR")));
            case TAGS -> value.valueStream().map(v -> v.asString("")).collect(Collectors.joining(", "));
            case LINKS -> value.valueStream().map(v -> v.asString("")).collect(Collectors.joining(" "));
            case CHOICES, COLLECTION, FILE, ADDRESS -> "";
        };
    }

    static String date(LocalDate date) {
        return Face.language().equals(Locale.ENGLISH)
                ? Formats.date(date)
                : DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT).format(date);
    }

    /** What the browser's own control for date and time holds. */
    static String moment(Instant at) {
        return at.atZone(Face.current().zone())
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
