package relais.records.criteria.editor;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.records.criteria.Criteria;
import relais.records.criteria.CriteriaWords;
import relais.records.criteria.Criterion;
import relais.records.criteria.Operator;
import relais.records.lists.ListWords;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Problem;
import relais.records.types.Values;
import relais.ui.Option;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;

/** Makes the form of a figure over related records: what is figured, since when, of which kind. */
@Component
class RelatedForms {
    private static final List<JsonNode> ONE = List.of(Values.number(BigDecimal.ONE));

    private final ObjectTypes types;
    private final Criteria criteria;
    private final CriteriaWords words;
    private final Controls controls;

    RelatedForms(ObjectTypes types, Criteria criteria, CriteriaWords words, Controls controls) {
        this.types = types;
        this.criteria = criteria;
        this.words = words;
        this.controls = controls;
    }

    Optional<ObjectType.Relation> path(ObjectType type, String name) {
        return type.relations().stream().filter(r -> r.name().equals(name)).findFirst();
    }

    /** The form; what is wrong stands at its place once the condition is part of the criteria. */
    EditorPages.Related form(
            ObjectType type,
            ObjectType.Relation path,
            Criterion.@Nullable Related now,
            ConditionForms.Places places,
            boolean judged) {
        var other = types.of(path.object());
        var measure = now == null ? RelatedMeasure.COUNT : RelatedMeasure.of(other, now);
        var operator = measure.operator(now == null ? "" : now.operator().code());
        var recent = test(now, Operator.LAST_DAYS);
        return new EditorPages.Related(
                places,
                path.name(),
                words.relation(type, path),
                RelatedMeasure.of(other).stream()
                        .map(m -> new Option(m.code(), words.measure(type, path, m.aggregate(), m.measured())))
                        .toList(),
                measure.code(),
                measure.operators().stream()
                        .map(o -> new Option(o.code(), CriteriaWords.operator(o)))
                        .toList(),
                operator.code(),
                controls.of(other, measure.measured(), operator, now == null ? ONE : now.values()),
                period(other, recent, judged),
                RelatedInput.choice(other).map(f -> kinds(other, f, now)).orElse(null),
                now == null || !judged ? null : error(criteria.problem(type, anywhere(now))));
    }

    private EditorPages.@Nullable Period period(ObjectType other, Optional<Criterion.Test> recent, boolean judged) {
        var dates = other.fields().stream()
                .filter(f -> f.type() == FieldType.DATE || f.type() == FieldType.INSTANT)
                .map(f -> new Option(f.name(), Labels.field(other, f)))
                .toList();
        return dates.isEmpty()
                ? null
                : new EditorPages.Period(
                        dates,
                        recent.map(Criterion.Test::field).orElse(""),
                        recent.map(t -> plain(t.values().getFirst())).orElse(""),
                        judged ? error(recent.flatMap(t -> criteria.problem(other, t))) : null);
    }

    private static EditorPages.Choices kinds(ObjectType other, Field field, Criterion.@Nullable Related now) {
        var chosen = test(now, Operator.IS).filter(t -> t.field().equals(field.name()));
        return new EditorPages.Choices(Labels.field(other, field), items(other, field, chosen));
    }

    private static @Nullable String error(Optional<Problem> problem) {
        return problem.map(Labels::problem).orElse(null);
    }

    /** The same figure over all of them: what is wrong with it does not lie in the period. */
    private static Criterion.Related anywhere(Criterion.Related now) {
        return new Criterion.Related(
                now.path(), now.aggregate(), now.field(), null, now.operator(), now.values());
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
    ConditionPages.Group group(ObjectType type, UnaryOperator<String> href) {
        return new ConditionPages.Group(
                Words.t("editor.related"),
                type.relations().stream()
                        .map(r -> new ConditionPages.Link(
                                ListWords.capitalised(words.relation(type, r)),
                                types.of(r.object()).icon(),
                                href.apply(r.name())))
                        .toList());
    }
}
