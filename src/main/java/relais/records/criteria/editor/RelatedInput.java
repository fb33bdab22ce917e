package relais.records.criteria.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import relais.records.criteria.Criterion;
import relais.records.criteria.Operator;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;

/** Reads a figure over related records as its form sends it: what is figured, over which of them, compared with what. */
@Component
class RelatedInput {
    private final ObjectTypes types;
    private final ConditionInput input;

    RelatedInput(ObjectTypes types, ConditionInput input) {
        this.types = types;
        this.input = input;
    }

    Criterion.Related read(ObjectType.Relation path, MultiValueMap<String, String> form) {
        var other = types.of(path.object());
        var measure = RelatedMeasure.named(other, EditorController.first(form, "measure"));
        var operator = measure.operator(EditorController.first(form, "op"));
        var field = measure.field();
        return new Criterion.Related(
                path.name(),
                measure.aggregate(),
                field == null ? null : field.name(),
                where(other, form),
                operator,
                input.read(measure.measured(), operator, EditorController.all(form, "value"))
                        .values());
    }

    /** Which of them count: those of a period, those of some kinds. */
    private Criterion.@Nullable All where(ObjectType other, MultiValueMap<String, String> form) {
        var where = new ArrayList<Criterion>();
        var days = EditorController.first(form, "days").strip();
        var date = other.field(EditorController.first(form, "date"));
        if (!days.isEmpty() && date.isPresent()) {
            where.add(input.read(date.get(), Operator.LAST_DAYS, List.of(days)));
        }
        var choice = choice(other);
        var chosen = EditorController.all(form, "choice");
        if (choice.isPresent() && !chosen.isEmpty()) {
            where.add(new Criterion.Test(
                    choice.get().name(),
                    Operator.IS,
                    chosen.stream().map(Values::text).toList()));
        }
        return where.isEmpty() ? null : new Criterion.All(where);
    }

    static Optional<Field> choice(ObjectType other) {
        return other.fields().stream().filter(f -> f.type() == FieldType.CHOICE).findFirst();
    }
}
