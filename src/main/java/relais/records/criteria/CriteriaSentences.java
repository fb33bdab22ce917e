package relais.records.criteria;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;

/** Whole criteria as one sentence behind the name of the object: "whose status is Gold and who have at least 2 notes". */
@Component
public class CriteriaSentences {
    private static final List<String> COUNTED = List.of("at_least", "at_most", "is");

    private final ObjectTypes types;
    private final CriteriaWords words;

    CriteriaSentences(ObjectTypes types, CriteriaWords words) {
        this.types = types;
        this.words = words;
    }

    /** The sentence without the object's name; empty when everything is meant. */
    public String of(ObjectType type, Criterion criterion) {
        return switch (criterion) {
            case Criterion.All all -> joined(type, all.of(), "and");
            case Criterion.Any any -> joined(type, any.of(), "or");
            case Criterion.None none -> excluded(type, joined(type, none.of(), "or"));
            case Criterion.Test test -> test(type, test);
            case Criterion.Related related -> related(type, related);
        };
    }

    private static String excluded(ObjectType type, String those) {
        return those.isEmpty() ? "" : Words.t("criteria.clause.none", those, Labels.objects(type));
    }

    private String joined(ObjectType type, List<Criterion> of, String word) {
        var parts = of.stream()
                .map(c -> part(type, c, of.size() > 1))
                .filter(p -> !p.isEmpty())
                .toList();
        return parts.size() < 2
                ? String.join("", parts)
                : Words.t(
                        "criteria.clause." + word,
                        String.join(", ", parts.subList(0, parts.size() - 1)),
                        parts.getLast());
    }

    /** A group inside a group stands in brackets: and and or do not bind alike. */
    private String part(ObjectType type, Criterion criterion, boolean amongOthers) {
        var text = of(type, criterion);
        boolean several = criterion instanceof Criterion.Any any && any.of().size() > 1
                || criterion instanceof Criterion.All all && all.of().size() > 1;
        return several && amongOthers && !text.isEmpty() ? Words.t("criteria.bracketed", text) : text;
    }

    private String test(ObjectType type, Criterion.Test test) {
        var field = type.field(test.field()).orElse(null);
        return field == null
                ? ""
                : Words.t(
                        "criteria.clause", subject(type, field), compared(type, field, test.operator(), test.values()));
    }

    /** "the status", for standard fields with its article; a name that somebody gave stands in quotes. */
    private static String subject(ObjectType type, Field field) {
        var key = "field." + type.name() + "." + field.name() + ".the";
        return Words.has(key) ? Words.t(key) : Words.t("criteria.quoted", Labels.field(type, field));
    }

    private String compared(ObjectType type, Field field, Operator operator, List<JsonNode> values) {
        var value = words.values(type, field, operator, values);
        if (operator.days() && !values.isEmpty() && values.getFirst().isNumber()) {
            return Words.t("criteria.said." + operator.code(), values.getFirst().intValue());
        }
        var plural = "criteria.said." + operator.code() + ".many";
        var verb = field.type() == FieldType.TAGS && Words.has(plural)
                ? Words.t(plural)
                : Words.or("criteria.said." + operator.code(), CriteriaWords.operator(operator));
        return (verb + " " + value).strip();
    }

    private String related(ObjectType type, Criterion.Related related) {
        var path = type.relations().stream()
                .filter(r -> r.name().equals(related.path()))
                .findFirst()
                .orElse(null);
        if (path == null) {
            return "";
        }
        var other = types.of(path.object());
        var where = related.where() == null ? "" : " " + of(other, related.where());
        if (plainCount(related)) {
            return counted(type, path, related) + where;
        }
        var field = related.field() == null
                ? CriteriaWords.COUNT
                : other.field(related.field()).orElse(CriteriaWords.COUNT);
        var subject = Words.t(
                "criteria.the." + related.aggregate().name().toLowerCase(Locale.ROOT),
                words.relation(type, path),
                Labels.field(other, field.name()));
        return Words.t(
                "criteria.clause", subject + where, compared(other, field, related.operator(), related.values()));
    }

    private static boolean plainCount(Criterion.Related related) {
        return related.aggregate() == Criterion.Aggregate.COUNT
                && COUNTED.contains(related.operator().code())
                && related.values().size() == 1
                && related.values().getFirst().isNumber();
    }

    private String counted(ObjectType type, ObjectType.Relation path, Criterion.Related related) {
        int count = related.values().getFirst().intValue();
        var noun = count == 1 ? words.oneOf(type, path) : words.relation(type, path);
        return Words.t("criteria.counted." + related.operator().code(), count, noun);
    }
}
