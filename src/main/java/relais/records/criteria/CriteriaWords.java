package relais.records.criteria;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
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
            case NUMBER, MONEY -> value.isNumber() ? Formats.number(value.decimalValue()) : raw(value);
            case DATE, INSTANT -> Comparison.date(value).map(Formats::date).orElse(raw(value));
            case CHOICE, CHOICES -> Labels.choice(type, field, value.asString(""));
            case BOOLEAN -> value.isBoolean() ? Words.t(value.booleanValue() ? "value.yes" : "value.no") : raw(value);
            case USER, SITE, LINK -> name(field, value.asString(""));
            case TEXT, LONG_TEXT, TAGS -> Words.t("criteria.quoted", raw(value));
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
        if (value.equals("me") || value.equals("mine")) {
            return Words.t("criteria." + value);
        }
        if (!value.matches("[0-9a-fA-F-]{36}")) {
            return value;
        }
        var id = UUID.fromString(value);
        var known = field.type() == FieldType.LINK && field.target() != null
                ? java.util.Optional.ofNullable(
                        names.names(field.target(), List.of(id)).get(id))
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
        var where = related.where() == null ? "" : Words.t("criteria.related.where", sentence(other, related.where()));
        var measured = Field.of("count", FieldType.NUMBER, "count", "main");
        var field = related.field() == null
                ? measured
                : other.field(related.field()).orElse(measured);
        var subject = Words.t(
                "criteria.related." + related.aggregate().name().toLowerCase(Locale.ROOT),
                relation(type, path.get()),
                Labels.field(other, field.name()).toLowerCase(Locale.ROOT));
        return new Phrase(
                (subject + " " + where).strip(),
                operator(related.operator()),
                values(other, field, related.operator(), related.values()));
    }

    /** What the records at the end of a path are called: "notes", "affiliations as person". */
    public String relation(ObjectType type, ObjectType.Relation path) {
        var other = types.of(path.object());
        var many = Labels.objects(other);
        int dot = path.name().indexOf('.');
        return dot < 0
                ? many
                : Words.t(
                        "criteria.related.as",
                        many,
                        Labels.field(other, path.name().substring(dot + 1)).toLowerCase(Locale.ROOT));
    }

    /** The whole in one sentence, without the object's name. */
    public String sentence(ObjectType type, Criterion criterion) {
        return switch (criterion) {
            case Criterion.All all -> sentences(type, all.of(), "criteria.sentence.and");
            case Criterion.Any any -> sentences(type, any.of(), "criteria.sentence.or");
            case Criterion.None none ->
                none.of().isEmpty()
                        ? ""
                        : Words.t("criteria.sentence.none", sentences(type, none.of(), "criteria.sentence.or"));
            case Criterion.Test test -> lowered(phrase(type, test).text());
            case Criterion.Related related -> lowered(phrase(type, related).text());
        };
    }

    private String sentences(ObjectType type, List<Criterion> of, String word) {
        return of.stream()
                .map(c -> part(type, c, of.size() > 1))
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(Words.t(word)));
    }

    private String part(ObjectType type, Criterion criterion, boolean amongOthers) {
        var text = sentence(type, criterion);
        boolean several = criterion instanceof Criterion.Any any && any.of().size() > 1
                || criterion instanceof Criterion.All all && all.of().size() > 1;
        return several && amongOthers && !text.isEmpty() ? Words.t("criteria.bracketed", text) : text;
    }

    private static String lowered(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int end = text.offsetByCodePoints(0, 1);
        boolean abbreviation = text.length() > end && Character.isUpperCase(text.codePointAt(end));
        return abbreviation ? text : text.substring(0, end).toLowerCase(Locale.ROOT) + text.substring(end);
    }
}
