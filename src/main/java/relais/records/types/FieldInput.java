package relais.records.types;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import relais.platform.text.Dates;
import relais.platform.text.Fold;
import relais.platform.text.Numbers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads what a person typed into a form or a file as the field's value. */
public final class FieldInput {
    private static final String YES = " oui yes o y 1 vrai true x on ";
    private static final String NO = " non no n 0 faux false off ";

    private FieldInput() {}

    /** What reading gives: a value (JSON null when nothing was typed) or what is wrong with it. */
    public sealed interface Result {
        /** A canonical value. */
        record Value(JsonNode value) implements Result {}

        /** Why the text is no value of the field. */
        record Bad(Problem problem) implements Result {}
    }

    /** Reads the text in the habits of the locale. */
    public static Result read(Field field, String raw, Locale locale) {
        try {
            var text = raw.strip();
            var value = text.isEmpty() ? Values.none() : value(field, text, locale);
            return new Result.Value(FieldRules.canonical(field, value));
        } catch (BadValue bad) {
            return new Result.Bad(bad.of(field));
        }
    }

    /** Takes a value that comes from outside in its JSON form, a kept draft for instance. */
    public static Result accept(Field field, JsonNode value) {
        try {
            return new Result.Value(FieldRules.canonical(field, value));
        } catch (BadValue bad) {
            return new Result.Bad(bad.of(field));
        }
    }

    private static JsonNode value(Field field, String text, Locale locale) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT, LINK, USER, SITE, INSTANT, URL -> Values.text(text);
            case NUMBER -> Values.number(number(text, locale));
            case PERCENT -> Values.number(number(text.replaceFirst("\\s*%$", ""), locale));
            case DURATION ->
                Durations.parse(text)
                        .map(s -> Values.number(BigDecimal.valueOf(s)))
                        .orElseThrow(() -> new BadValue("duration.malformed", shortened(text)));
            case RATING -> rating(text, locale);
            case FILE -> throw new BadValue("file.expected");
            case ADDRESS -> Addresses.parse(text);
            case DATE ->
                Values.text(Dates.parse(text, locale)
                        .orElseThrow(() -> new BadValue("date.impossible", shortened(text)))
                        .toString());
            case CHOICE -> Values.text(choice(field, text));
            case CHOICES -> list(text, "[|;,]", part -> choice(field, part));
            case BOOLEAN -> Values.bool(bool(text));
            case MONEY -> money(text, locale);
            case LINKS -> list(text, "[|;,\\s]", part -> part);
            case TAGS -> list(text, "[,;|]", part -> part);
            case COLLECTION -> point(field, text);
        };
    }

    /** Stars, a figure, or a figure out of five. */
    private static JsonNode rating(String text, Locale locale) {
        if (text.matches("[★*]{1,5}☆{0,4}")) {
            return Values.number(
                    BigDecimal.valueOf(text.chars().filter(c -> c != '☆').count()));
        }
        return Values.number(number(text.replaceFirst("\\s*(/|sur|out of)\\s*5$", ""), locale));
    }

    private static BigDecimal number(String text, Locale locale) {
        return Numbers.parse(text, locale).orElseThrow(() -> new BadValue("number.malformed", shortened(text)));
    }

    private static String choice(Field field, String text) {
        // Forms send codes, whatever another choice may be called.
        if (field.choices().stream().anyMatch(c -> c.code().equals(text))) {
            return text;
        }
        var known = new Lexicon();
        for (var choice : field.choices()) {
            known.code(choice.code());
            words(field, choice).forEach(w -> known.name(w, choice.code()));
        }
        return known.find(text).orElseThrow(() -> new BadValue(known.flaw(text), shortened(text)));
    }

    private static Stream<String> words(Field field, Choice choice) {
        if (!choice.labels().isEmpty()) {
            return choice.labels().values().stream();
        }
        // Standard choices are read in both languages, whatever the page's.
        return StandardWords.of(field, choice);
    }

    private static boolean bool(String text) {
        var key = " " + Fold.key(text) + " ";
        if (YES.contains(key)) {
            return true;
        }
        if (NO.contains(key)) {
            return false;
        }
        throw new BadValue("boolean.malformed", shortened(text));
    }

    private static JsonNode money(String text, Locale locale) {
        var currency = Numbers.currency(text).orElse(Currency.getInstance("EUR"));
        var bare = text.replaceAll("[\\p{Sc}\\p{L}]", "").strip();
        var money = Values.object();
        money.put("amount", number(bare, locale).toPlainString());
        money.put("currency", currency.getCurrencyCode());
        return money;
    }

    private static JsonNode list(String text, String separators, java.util.function.UnaryOperator<String> read) {
        var array = JsonNodeFactory.instance.arrayNode();
        Stream.of(text.split(separators))
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .map(read)
                .forEach(array::add);
        return array;
    }

    private static JsonNode point(Field field, String text) {
        var point = Values.object();
        point.put(ContactPoints.kind(field).equals(ContactPoints.ADDRESS) ? "lines" : "value", text);
        return JsonNodeFactory.instance.arrayNode().add(point);
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    /** The value alone, for callers that treat every problem alike. */
    public static Optional<JsonNode> value(Result result) {
        return result instanceof Result.Value v ? Optional.of(v.value()) : Optional.empty();
    }
}
