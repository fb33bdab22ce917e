package relais.records.types;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import relais.platform.text.Dates;
import relais.platform.text.Fold;
import relais.platform.text.Visible;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What each type of field can hold: brings a value into its canonical form or says why it can't be stored. */
public final class FieldRules {
    static final int LINE = 1_000;
    static final int TEXT = 100_000;
    private static final int LABELS = 100;
    private static final int MOST_LINKS = 500;
    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private FieldRules() {}

    /** The canonical form of a value that is not empty; empty results are JSON null. */
    public static JsonNode canonical(Field field, JsonNode value) {
        if (Values.empty(value)) {
            return Values.none();
        }
        return switch (field.type()) {
            case TEXT -> text(value, LINE, false);
            case LONG_TEXT -> text(value, TEXT, true);
            case NUMBER, PERCENT -> number(value);
            case DURATION -> Measures.duration(value);
            case RATING -> Measures.rating(value);
            case URL -> Measures.url(value);
            case FILE -> Measures.files(value);
            case ADDRESS -> Addresses.canonical(value);
            case DATE -> date(value);
            case INSTANT -> instant(value);
            case CHOICE -> choice(field, value);
            case CHOICES -> choices(field, value);
            case BOOLEAN -> bool(field, value);
            case MONEY -> money(value);
            case LINK, USER, SITE -> id(value);
            case TAGS -> tags(value);
            case LINKS -> ids(value);
            case COLLECTION -> ContactPoints.canonical(field, value);
        };
    }

    /** Whether a value has the form of this type: one from before its field changed type may not have it. */
    public static boolean suits(Field field, JsonNode value) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT, CHOICE, URL -> value.isString();
            case NUMBER, PERCENT, DURATION, RATING -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
            case MONEY, ADDRESS -> value.isObject();
            case CHOICES, TAGS, COLLECTION, FILE, LINKS -> value.isArray();
            case DATE -> shaped(value, 10, 4);
            case INSTANT ->
                value.asString("").endsWith("Z") && value.asString("").indexOf('T') == 10;
            case LINK, USER, SITE -> shaped(value, 36, 8);
        };
    }

    /** Looked at in two places alone: lists ask it for every value. */
    private static boolean shaped(JsonNode value, int length, int dash) {
        var text = value.asString("");
        return text.length() == length && text.charAt(dash) == '-';
    }

    private static JsonNode text(JsonNode value, int longest, boolean lines) {
        if (!value.isString()) {
            throw new BadValue("text.expected");
        }
        var text = clean(value.asString(), lines);
        if (text.length() > longest) {
            throw new BadValue("text.long", text.length(), longest);
        }
        return text.isEmpty() ? Values.none() : Values.text(text);
    }

    /**
     * Control characters have no place in a value: PostgreSQL refuses NUL and screens mislead with the others. What shows
     * nothing is empty.
     */
    static String clean(String raw, boolean lines) {
        if (plain(raw)) {
            return raw.strip();
        }
        var kept = new StringBuilder(raw.length());
        raw.codePoints()
                .filter(c -> c >= ' ' && c != 0x7f || lines && (c == '\n' || c == '\t'))
                .filter(c -> (c < 0x80 || c > 0x9f) && (c < 0xD800 || c > 0xDFFF))
                .filter(c -> (c < 0x202a || c > 0x202e) && (c < 0x2066 || c > 0x2069))
                .forEach(kept::appendCodePoint);
        return Visible.nothing(kept.toString()) ? "" : kept.toString().strip();
    }

    /** Whether there are only letters, digits and signs of western writing: nothing to take out, as in nearly every value. */
    private static boolean plain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < ' ' || c > '~' && c < 'À' || c > 'ž') {
                return false;
            }
        }
        return true;
    }

    private static JsonNode number(JsonNode value) {
        if (!value.isNumber()) {
            throw new BadValue("number.expected");
        }
        var number = value.decimalValue();
        if ((long) number.precision() - number.scale() > 30 || number.scale() > 30 || number.scale() < -30) {
            throw new BadValue("number.large");
        }
        return Values.number(number);
    }

    private static JsonNode date(JsonNode value) {
        return Dates.iso(value.asString(""))
                .map(date -> Values.text(date.toString()))
                .orElseThrow(() -> new BadValue("date.impossible", value.asString("")));
    }

    private static JsonNode instant(JsonNode value) {
        try {
            var instant = Instant.parse(value.asString(""));
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw new BadValue("date.impossible", value.asString(""));
            }
            return Values.text(instant.toString());
        } catch (DateTimeParseException notAnInstant) {
            throw new BadValue("date.impossible", value.asString(""));
        }
    }

    private static JsonNode choice(Field field, JsonNode value) {
        var code = value.asString("");
        if (field.choices().stream().noneMatch(c -> c.code().equals(code))) {
            throw new BadValue("choice.unknown", code);
        }
        return Values.text(code);
    }

    private static JsonNode choices(Field field, JsonNode value) {
        var asked = new ArrayList<String>();
        elements(value).forEach(v -> asked.add(choice(field, v).asString()));
        var ordered = JsonNodeFactory.instance.arrayNode();
        field.choices().stream().map(Choice::code).filter(asked::contains).forEach(ordered::add);
        return ordered;
    }

    private static JsonNode bool(Field field, JsonNode value) {
        if (!value.isBoolean()) {
            throw new BadValue("boolean.expected");
        }
        return field.has(Field.Trait.FLAG) && !value.booleanValue() ? Values.none() : value;
    }

    private static JsonNode money(JsonNode value) {
        try {
            var amount = amount(value.path("amount").asString(""));
            var currency = Currency.getInstance(value.path("currency").asString(""));
            var money = Values.object();
            money.put("amount", amount.toPlainString());
            money.put("currency", currency.getCurrencyCode());
            return money;
        } catch (IllegalArgumentException notMoney) {
            throw new BadValue("money.expected");
        }
    }

    /** An amount that fits into minor units; bounded before it is ever written out digit by digit. */
    private static BigDecimal amount(String text) {
        var amount = new BigDecimal(text.length() > 40 ? "" : text);
        if ((long) amount.precision() - amount.scale() > 15 || amount.scale() > 6 || amount.scale() < -15) {
            throw new BadValue("number.large");
        }
        return amount;
    }

    private static JsonNode id(JsonNode value) {
        try {
            return Values.text(UUID.fromString(value.asString("")).toString());
        } catch (IllegalArgumentException notAnId) {
            throw new BadValue("link.unknown");
        }
    }

    private static JsonNode ids(JsonNode value) {
        var ids = new LinkedHashSet<String>();
        elements(value).forEach(v -> ids.add(id(v).asString()));
        if (ids.size() > MOST_LINKS) {
            throw new BadValue("list.many", MOST_LINKS);
        }
        var array = JsonNodeFactory.instance.arrayNode();
        ids.forEach(array::add);
        return array;
    }

    private static JsonNode tags(JsonNode value) {
        var byKey = new TreeMap<String, String>();
        for (var element : elements(value)) {
            var label = text(element, LABELS, false).asString("");
            var key = Fold.key(label);
            if (!key.isEmpty()) {
                byKey.putIfAbsent(key, label);
            }
            if (byKey.size() > LABELS) {
                throw new BadValue("tags.many", LABELS);
            }
        }
        var array = JsonNodeFactory.instance.arrayNode();
        byKey.values().forEach(array::add);
        return array;
    }

    private static List<JsonNode> elements(JsonNode value) {
        if (!value.isArray()) {
            throw new BadValue("list.expected");
        }
        return value.valueStream().toList();
    }
}
