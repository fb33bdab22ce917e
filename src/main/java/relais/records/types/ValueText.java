package relais.records.types;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.platform.text.Phones;
import relais.ui.Face;
import relais.ui.Formats;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;

/** Values as plain text in the current language. */
public final class ValueText {
    private ValueText() {}

    /** The text of a value; empty for an empty one. Names of users, sites and records come from {@code names}. */
    public static String of(ObjectType type, Field field, @Nullable JsonNode value, Map<UUID, String> names) {
        if (Values.empty(value) || value == null) {
            return "";
        }
        if (!FieldRules.suits(field, value)) {
            return value.isString() ? value.asString() : value.toString();
        }
        return switch (field.type()) {
            case TEXT, LONG_TEXT, URL -> value.asString();
            case PERCENT ->
                Formats.percent(value.decimalValue().movePointLeft(2).doubleValue());
            case DURATION -> Durations.text(value.longValue());
            case RATING -> Words.t("value.rating", value.intValue(), Measures.BEST);
            case FILE ->
                value.valueStream().map(f -> f.path("name").asString("")).collect(Collectors.joining(", "));
            case ADDRESS -> point(ContactPoints.ADDRESS, value);
            case NUMBER -> number(field, value.decimalValue());
            case DATE -> Formats.date(LocalDate.parse(value.asString()));
            case INSTANT -> Formats.moment(Instant.parse(value.asString()));
            case CHOICE -> Labels.choice(type, field, value.asString());
            case CHOICES ->
                value.valueStream()
                        .map(v -> Labels.choice(type, field, v.asString()))
                        .collect(Collectors.joining(", "));
            case BOOLEAN -> Words.t(value.booleanValue() ? "value.yes" : "value.no");
            case MONEY ->
                Formats.exactMoney(
                        new BigDecimal(value.path("amount").asString("0")),
                        Currency.getInstance(value.path("currency").asString("EUR")));
            case LINK -> names.getOrDefault(UUID.fromString(value.asString()), Words.t("value.unseen"));
            case USER, SITE -> names.getOrDefault(UUID.fromString(value.asString()), Words.t("value.gone"));
            case LINKS ->
                value.valueStream()
                        .map(v -> names.getOrDefault(UUID.fromString(v.asString()), Words.t("value.unseen")))
                        .collect(Collectors.joining(", "));
            case TAGS -> value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
            case COLLECTION ->
                value.valueStream()
                        .map(e -> point(ContactPoints.kind(field), e))
                        .collect(Collectors.joining(" · "));
        };
    }

    /** A number as this field writes it. */
    public static String number(Field field, BigDecimal value) {
        return field.plain() && value.stripTrailingZeros().scale() <= 0 ? value.toPlainString() : Formats.number(value);
    }

    /** The name of a country in the reader's language; what is no code is shown as it was written. */
    public static String country(String code) {
        return code.matches("[A-Z]{2}") ? Locale.of("", code).getDisplayCountry(Face.language()) : code;
    }

    /** One contact point on one line. */
    public static String point(String kind, JsonNode element) {
        return switch (kind) {
            case ContactPoints.EMAIL -> element.path("value").asString("");
            case ContactPoints.PHONE -> phone(element.path("value").asString(""));
            default ->
                Stream.of(
                                element.path("lines").asString("").replace("\n", ", "),
                                (element.path("postcode").asString("") + " "
                                                + element.path("city").asString(""))
                                        .strip(),
                                country(element.path("country").asString("")))
                        .filter(p -> !p.isBlank())
                        .collect(Collectors.joining(", "));
        };
    }

    /** A number as people write it: nationally at home, internationally elsewhere. */
    public static String phone(String e164) {
        return Phones.national(e164, Phones.DEFAULT_REGION);
    }
}
