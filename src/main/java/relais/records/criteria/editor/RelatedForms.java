package relais.records.criteria.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import relais.records.criteria.CriteriaWords;
import relais.records.criteria.Criterion;
import relais.records.criteria.Operator;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;
import relais.ui.Option;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;

/** Makes and reads the form of a count of related records: how many, since when, of which kind. */
@Component
class RelatedForms {
    private static final List<Operator> COMPARED = List.of(Operator.AT_LEAST, Operator.AT_MOST, Operator.IS);

    private final ObjectTypes types;
    private final CriteriaWords words;

    RelatedForms(ObjectTypes types, CriteriaWords words) {
        this.types = types;
        this.words = words;
    }

    Optional<ObjectType.Relation> path(ObjectType type, String name) {
        return type.relations().stream().filter(r -> r.name().equals(name)).findFirst();
    }

    String label(ObjectType type, ObjectType.Relation path) {
        return words.relation(type, path);
    }

    Criterion.Related read(ObjectType type, ObjectType.Relation path, MultiValueMap<String, String> form) {
        var other = types.of(path.object());
        var where = new ArrayList<Criterion>();
        var days = first(form, "days").strip();
        var date = first(form, "date");
        if (!days.isEmpty() && other.field(date).isPresent()) {
            where.add(new Criterion.Test(date, Operator.LAST_DAYS, List.of(number(days))));
        }
        var choice = choice(other);
        var chosen = form.getOrDefault("choice", List.of());
        if (choice.isPresent() && !chosen.isEmpty()) {
            where.add(new Criterion.Test(
                    choice.get().name(),
                    Operator.IS,
                    chosen.stream().map(Values::text).toList()));
        }
        var operator = COMPARED.stream()
                .filter(o -> o.code().equals(first(form, "op")))
                .findFirst()
                .orElse(Operator.AT_LEAST);
        var value = first(form, "value").strip();
        return new Criterion.Related(
                path.name(),
                Criterion.Aggregate.COUNT,
                null,
                where.isEmpty() ? null : new Criterion.All(where),
                operator,
                value.isEmpty() ? List.of() : List.of(number(value)));
    }

    private static JsonNode number(String text) {
        return text.matches("\\d{1,6}") ? Values.number(new java.math.BigDecimal(text)) : Values.text(text);
    }

    private static String first(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }

    private static Optional<Field> choice(ObjectType other) {
        return other.fields().stream().filter(f -> f.type() == FieldType.CHOICE).findFirst();
    }

    EditorPages.Related form(
            ObjectType type,
            ObjectType.Relation path,
            Criterion.@Nullable Related now,
            ConditionForms.Places places,
            @Nullable String error) {
        var other = types.of(path.object());
        var dates = other.fields().stream()
                .filter(f -> f.type() == FieldType.DATE || f.type() == FieldType.INSTANT)
                .map(f -> new Option(f.name(), Labels.field(other, f)))
                .toList();
        var recent = test(now, Operator.LAST_DAYS);
        var choice = choice(other);
        var chosen =
                choice.flatMap(f -> test(now, Operator.IS).filter(t -> t.field().equals(f.name())));
        return new EditorPages.Related(
                places.action(),
                places.state(),
                path.name(),
                words.relation(type, path),
                COMPARED.stream()
                        .map(o -> new Option(o.code(), CriteriaWords.operator(o)))
                        .toList(),
                now == null ? Operator.AT_LEAST.code() : now.operator().code(),
                now == null
                        ? "1"
                        : now.values().isEmpty() ? "" : plain(now.values().getFirst()),
                dates,
                recent.map(Criterion.Test::field).orElse(""),
                recent.map(t -> plain(t.values().getFirst())).orElse(""),
                choice.map(f -> Labels.field(other, f)).orElse(null),
                choice.map(f -> items(other, f, chosen)).orElse(List.of()),
                error,
                places.back());
    }

    private static List<ConditionPages.Item> items(ObjectType other, Field field, Optional<Criterion.Test> chosen) {
        return field.choices().stream()
                .map(c -> new ConditionPages.Item(
                        c.code(),
                        Labels.choice(other, field, c),
                        chosen.map(t -> t.values().stream()
                                        .anyMatch(v -> v.asString("").equals(c.code())))
                                .orElse(false)))
                .toList();
    }

    private static Optional<Criterion.Test> test(Criterion.@Nullable Related now, Operator operator) {
        if (now == null || now.where() == null) {
            return Optional.empty();
        }
        return Tree.inside(Tree.rooted(now.where())).stream()
                .filter(Criterion.Test.class::isInstance)
                .map(Criterion.Test.class::cast)
                .filter(t -> t.operator() == operator)
                .findFirst();
    }

    private static String plain(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }

    /** The related records that can be counted, as links beside the fields. */
    ConditionPages.Group group(ObjectType type, java.util.function.UnaryOperator<String> href) {
        return new ConditionPages.Group(
                Words.t("editor.related"),
                type.relations().stream()
                        .map(r -> new ConditionPages.Link(
                                Words.t("criteria.related.count", words.relation(type, r)),
                                types.of(r.object()).icon(),
                                href.apply(r.name())))
                        .toList());
    }
}
