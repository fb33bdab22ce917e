package relais.records.criteria.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import relais.records.criteria.CriteriaWords;
import relais.records.criteria.Criterion;
import relais.records.criteria.Operator;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;

/** What can be figured over related records: how many there are, the sum of a number, the latest of a date. */
record RelatedMeasure(Criterion.Aggregate aggregate, @Nullable Field field) {
    static final RelatedMeasure COUNT = new RelatedMeasure(Criterion.Aggregate.COUNT, null);

    /** All that this object offers, the count first. */
    static List<RelatedMeasure> of(ObjectType other) {
        var all = new ArrayList<RelatedMeasure>();
        all.add(COUNT);
        for (var field : other.fields()) {
            if (field.type() == FieldType.NUMBER) {
                all.add(new RelatedMeasure(Criterion.Aggregate.SUM, field));
            } else if (field.type() == FieldType.DATE || field.type() == FieldType.INSTANT) {
                all.add(new RelatedMeasure(Criterion.Aggregate.LATEST, field));
            }
        }
        return all;
    }

    /** The measure of this name, or the count. */
    static RelatedMeasure named(ObjectType other, String code) {
        return of(other).stream().filter(m -> m.code().equals(code)).findFirst().orElse(COUNT);
    }

    static RelatedMeasure of(ObjectType other, Criterion.Related related) {
        var code = code(related.aggregate(), related.field());
        return named(other, code);
    }

    String code() {
        return code(aggregate, field == null ? null : field.name());
    }

    private static String code(Criterion.Aggregate aggregate, @Nullable String field) {
        return aggregate.name().toLowerCase(Locale.ROOT) + (field == null ? "" : ":" + field);
    }

    /** The figure as a field that values are compared with. */
    Field measured() {
        return field == null ? CriteriaWords.COUNT : field;
    }

    List<Operator> operators() {
        return switch (aggregate) {
            case COUNT -> List.of(Operator.AT_LEAST, Operator.AT_MOST, Operator.IS, Operator.BETWEEN);
            case SUM -> List.of(Operator.AT_LEAST, Operator.AT_MOST, Operator.BETWEEN);
            case LATEST ->
                List.of(
                        Operator.LAST_DAYS,
                        Operator.NOT_LAST_DAYS,
                        Operator.NEXT_DAYS,
                        Operator.AFTER,
                        Operator.BEFORE,
                        Operator.BETWEEN);
        };
    }

    /** The operator of this name, or the usual one. */
    Operator operator(String code) {
        return operators().stream().filter(o -> o.code().equals(code)).findFirst().orElse(operators().getFirst());
    }
}
