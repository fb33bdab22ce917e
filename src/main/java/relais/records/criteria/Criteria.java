package relais.records.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import relais.identity.Action;
import relais.identity.Actor;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Problem;
import relais.records.types.RowRights;
import relais.records.types.Storage;
import relais.records.types.Visibility;

/** Checks criteria against an object's description and compiles them to SQL; the one place that does. */
@Service
public class Criteria {
    private final ObjectTypes types;
    private final Moment moment;
    private final Visibility visibility;

    Criteria(ObjectTypes types, Moment moment, Visibility visibility) {
        this.types = types;
        this.moment = moment;
        this.visibility = visibility;
    }

    /**
     * What is wrong with one condition.
     *
     * @param path its place: the positions from the root down, joined by dots; empty for the root
     */
    public record Mistake(String path, Problem problem) {}

    /** Everything that is wrong in these criteria; conditions that are wrong are ignored when they run. */
    public List<Mistake> mistakes(ObjectType type, Criterion criterion) {
        var mistakes = new ArrayList<Mistake>();
        walk(type, criterion, "", mistakes);
        return mistakes;
    }

    private void walk(ObjectType type, Criterion criterion, String path, List<Mistake> mistakes) {
        var inside = switch (criterion) {
            case Criterion.All all -> all.of();
            case Criterion.Any any -> any.of();
            case Criterion.None none -> none.of();
            case Criterion.Test test -> List.<Criterion>of();
            case Criterion.Related related -> List.<Criterion>of();
        };
        for (int i = 0; i < inside.size(); i++) {
            walk(type, inside.get(i), path.isEmpty() ? String.valueOf(i) : path + "." + i, mistakes);
        }
        problem(type, criterion).ifPresent(p -> mistakes.add(new Mistake(path, p)));
    }

    /** What is wrong with this condition itself, not with those inside it. */
    public Optional<Problem> problem(ObjectType type, Criterion criterion) {
        return switch (criterion) {
            case Criterion.All all -> Optional.empty();
            case Criterion.Any any -> Optional.empty();
            case Criterion.None none -> Optional.empty();
            case Criterion.Test test ->
                type.field(test.field())
                        .map(f -> Tests.problem(f, test.operator(), test.values()))
                        .orElseGet(() -> Optional.of(Problem.of(test.field(), "field.unknown", test.field())));
            case Criterion.Related related -> related(type, related);
        };
    }

    private Optional<Problem> related(ObjectType type, Criterion.Related related) {
        var path = type.relations().stream()
                .filter(r -> r.name().equals(related.path()))
                .findFirst();
        if (path.isEmpty() || !Actor.current().may(path.get().object(), Action.READ)) {
            return Optional.of(Problem.of(related.path(), "relation.unknown", related.path()));
        }
        var other = types.of(path.get().object());
        if (related.where() != null) {
            var inside = mistakes(other, related.where());
            if (!inside.isEmpty()) {
                return Optional.of(inside.getFirst().problem());
            }
        }
        return measured(other, related)
                .map(f -> Tests.problem(f, related.operator(), related.values()))
                .orElseGet(() -> Optional.of(Problem.of(related.path(), "aggregate.field")));
    }

    /** What the figure over related records is, as a field that can be compared. */
    Optional<Field> measured(ObjectType other, Criterion.Related related) {
        return switch (related.aggregate()) {
            case COUNT -> Optional.of(Field.of("count", FieldType.NUMBER, "count", "main"));
            case SUM ->
                Optional.ofNullable(related.field()).flatMap(other::field).filter(f -> f.type() == FieldType.NUMBER);
            case LATEST ->
                Optional.ofNullable(related.field())
                        .flatMap(other::field)
                        .filter(f -> f.type() == FieldType.DATE || f.type() == FieldType.INSTANT);
        };
    }

    /** The condition on rows of the object under this alias; what is wrong in the criteria is left out. */
    public Condition condition(ObjectType type, String alias, Criterion criterion) {
        if (problem(type, criterion).isPresent()) {
            return DSL.noCondition();
        }
        return switch (criterion) {
            case Criterion.All all -> DSL.and(inside(type, alias, all.of()));
            case Criterion.Any any -> {
                var inside = inside(type, alias, any.of());
                yield inside.isEmpty() ? DSL.noCondition() : DSL.or(inside);
            }
            case Criterion.None none -> {
                var inside = inside(type, alias, none.of());
                // not "NOT": what has no value compares to nothing, and is none of those either
                yield inside.isEmpty() ? DSL.noCondition() : DSL.condition("({0}) IS NOT TRUE", DSL.or(inside));
            }
            case Criterion.Test test ->
                Tests.condition(type, alias, type.required(test.field()), test.operator(), test.values(), moment.now());
            case Criterion.Related related -> relatedCondition(type, alias, related);
        };
    }

    private List<Condition> inside(ObjectType type, String alias, List<Criterion> of) {
        return of.stream()
                .filter(c -> problem(type, c).isEmpty())
                .map(c -> condition(type, alias, c))
                .filter(c -> !c.equals(DSL.noCondition()))
                .toList();
    }

    private Condition relatedCondition(ObjectType type, String alias, Criterion.Related related) {
        var path = type.relations().stream()
                .filter(r -> r.name().equals(related.path()))
                .findFirst()
                .orElseThrow();
        var other = types.of(path.object());
        var inner = alias + "x";
        var where = related.where() == null ? DSL.noCondition() : condition(other, inner, related.where());
        return RelatedSql.condition(
                path,
                alias,
                inner,
                related,
                measured(other, related).orElseThrow(),
                where.and(seen(other, path, inner)),
                moment.now());
    }

    /** What follows the record it is figured for is seen wherever that record is. */
    private Condition seen(ObjectType other, ObjectType.Relation path, String inner) {
        boolean follows = types.description(other).rows() instanceof RowRights.Following parents
                && parents.links().stream()
                        .anyMatch(l -> other.required(l).storage() instanceof Storage.Column c
                                && c.column().equals(path.foreignKey()));
        return follows ? DSL.noCondition() : visibility.rows(other, inner);
    }
}
