package relais.records.criteria.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.records.criteria.Criterion;
import relais.records.criteria.Operator;
import relais.records.types.Field;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.ui.Option;
import relais.ui.Words;

/** Makes the forms in which single conditions are put together. */
@Component
class ConditionForms {
    private final Controls controls;

    ConditionForms(Controls controls) {
        this.controls = controls;
    }

    /** The fields to choose from, by the parts of the card. */
    ConditionPages.Choose choose(ObjectType type, Function<Field, String> href) {
        var groups = new ArrayList<ConditionPages.Group>();
        type.sections()
                .forEach((section, fields) -> groups.add(new ConditionPages.Group(
                        Labels.section(type, section),
                        fields.stream()
                                .map(f ->
                                        new ConditionPages.Link(Labels.field(type, f), FieldIcons.of(f), href.apply(f)))
                                .toList())));
        return new ConditionPages.Choose(groups);
    }

    /** Where a form goes and comes from. */
    public record Places(String action, String again, List<Map.Entry<String, String>> state, String back, boolean post) {}

    ConditionPages.Form form(ObjectType type, Field field, Criterion.Test test, Places places, @Nullable String error) {
        return new ConditionPages.Form(
                places.action(),
                places.again(),
                places.state(),
                field.name(),
                Labels.field(type, field),
                Operator.of(field).stream()
                        .map(o -> new Option(o.code(), Words.t("operator." + o.code())))
                        .toList(),
                test.operator().code(),
                controls.of(type, field, test.operator(), test.values()),
                error,
                places.back(),
                places.post());
    }

    /** The operator of this name, or the field's usual one. */
    static Operator operator(Field field, String code) {
        var all = Operator.of(field);
        return all.stream().filter(o -> o.code().equals(code)).findFirst().orElse(all.getFirst());
    }
}
