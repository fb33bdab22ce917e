package relais.records.criteria;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import relais.identity.Directory;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.ReferenceNames;
import relais.records.types.ValueText;
import relais.ui.Formats;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;

/** Criteria in plain words of the current language. */
@Service
public class CriteriaWords {
    /** How many related records there are, told as a field is. */
    public static final Field COUNT = Field.of("count", FieldType.NUMBER, "count", "main");

    private static final int LONGEST = 60;

    private final ObjectTypes types;
    private final Directory directory;
    private final ReferenceNames names;

    CriteriaWords(ObjectTypes types, Directory directory, ReferenceNames names) {
        this.types = types;
        this.directory = directory;
        this.names = names;
    }

    /** A condition as the three parts of a short sentence. */
    public record Phrase(String subject, String operator, String value) {
        /** The sentence. */
        public String text() {
            return (subject + " " + operator + " " + value).strip();
        }
    }

    /** A condition in short, a group by how many conditions it holds. */
    public Phrase phrase(ObjectType type, Criterion criterion) {
        return switch (criterion) {
            case Criterion.All all -> group("all", all.of());
            case Criterion.Any any -> group("any", any.of());
            case Criterion.None none -> group("none", none.of());
            case Criterion.Test test -> test(type, test);
            case Criterion.Related related -> related(type, related);
        };
    }

    private static Phrase group(String kind, List<Criterion> of) {
        return new Phrase(Words.t("criteria.group." + kind), "", Words.t("criteria.group.conditions", of.size()));
    }

    private Phrase test(ObjectType type, Criterion.Test test) {
        var field = type.field(test.field());
        var subject = Labels.field(type, test.field());
        return new Phrase(
                subject,
                operator(test.operator()),
                field.map(f -> values(type, f, test.operator(), test.values())).orElse(""));
    }

    /** The operator's words. */
    public static String operator(Operator operator) {
        return Words.t("operator." + operator.code());
    }

    /** The values' words, as they follow the operator. */
    public String values(ObjectType type, Field field, Operator operator, List<JsonNode> values) {
        var words = values.stream().map(v -> value(type, field, operator, v)).toList();
        if (operator == Operator.BETWEEN && words.size() == 2) {
            return Words.t("criteria.between", words.get(0), words.get(1));
        }
        return joined(words, operator == Operator.HAS_ALL ? "criteria.and" : "criteria.or");
    }

    private static String joined(List<String> words, String last) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return Words.t(last, String.join(", ", words.subList(0, words.size() - 1)), words.getLast());
    }

    /** One value's words; what is none is shown as it was written. */
    public String value(ObjectType type, Field field, Operator operator, JsonNode value) {
        if (operator.days()) {
            return value.isNumber() ? Words.t("operator." + operator.code() + ".days", value.intValue()) : raw(value);
        }
        return switch (field.type()) {
            case PERCENT, DURATION, RATING ->
                value.isNumber() ? ValueText.of(type, field, value, Map.of()) : raw(value);
            case NUMBER, MONEY -> value.isNumber() ? ValueText.number(field, value.decimalValue()) : raw(value);
            case DATE, INSTANT -> Comparison.date(value).map(Formats::date).orElse(raw(value));
            case CHOICE, CHOICES -> Labels.choice(type, field, value.asString(""));
            case BOOLEAN -> value.isBoolean() ? Words.t(value.booleanValue() ? "value.yes" : "value.no") : raw(value);
            case USER, SITE, LINK, LINKS -> name(field, value.asString(""));
            case TEXT, LONG_TEXT, TAGS, URL, FILE, ADDRESS -> Words.t("criteria.quoted", raw(value));
            case COLLECTION -> Words.t("criteria.quoted", phoned(raw(value)));
        };
    }

    private static String phoned(String text) {
        return text.startsWith("+") ? ValueText.phone(text) : text;
    }

    private static String raw(JsonNode value) {
        var text = value.isString() ? value.asString() : value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private String name(Field field, String value) {
        if (value.equals("me") || value.equals("mine") || value.equals("team")) {
            return Words.t("criteria." + value);
        }
        if (!value.matches("[0-9a-fA-F-]{36}")) {
            return value;
        }
        var id = UUID.fromString(value);
        var known = field.type() != FieldType.USER && field.target() != null
                ? Optional.ofNullable(names.names(field.target(), List.of(id)).get(id))
                : directory.name(id);
        return known.orElse(Words.t("value.gone"));
    }

    private Phrase related(ObjectType type, Criterion.Related related) {
        var path = type.relations().stream()
                .filter(r -> r.name().equals(related.path()))
                .findFirst();
        if (path.isEmpty()) {
            return new Phrase(related.path(), "", "");
        }
        var other = types.of(path.get().object());
        var field =
                related.field() == null ? COUNT : other.field(related.field()).orElse(COUNT);
        var subject = measure(type, path.get(), related.aggregate(), field);
        return new Phrase(
                subject, operator(related.operator()), values(other, field, related.operator(), related.values()));
    }

    /** What is figured over the records at the end of a path: "number of notes". */
    public String measure(ObjectType type, ObjectType.Relation path, Criterion.Aggregate aggregate, Field field) {
        return Words.t(
                "criteria.related." + aggregate.name().toLowerCase(Locale.ROOT),
                relation(type, path),
                Labels.field(types.of(path.object()), field.name()).toLowerCase(Locale.ROOT));
    }

    /** What the records at the end of a path are called: "notes", "affiliations (person)". */
    public String relation(ObjectType type, ObjectType.Relation path) {
        return Words.or(
                "relation." + type.name() + "." + path.name(), as(path, Labels.objects(types.of(path.object()))));
    }

    /** What one of them is called. */
    String oneOf(ObjectType type, ObjectType.Relation path) {
        return Words.or(
                "relation." + type.name() + "." + path.name() + ".one",
                as(path, Labels.object(types.of(path.object()))));
    }

    private String as(ObjectType.Relation path, String noun) {
        int dot = path.name().indexOf('.');
        var other = types.of(path.object());
        return dot < 0
                ? noun
                : Words.t(
                        "criteria.related.as",
                        noun,
                        Labels.field(other, path.name().substring(dot + 1)).toLowerCase(Locale.ROOT));
    }
}
