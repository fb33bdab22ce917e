package relais.records.rollups;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.platform.web.Refused;
import relais.records.criteria.Criteria;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.Criterion;
import relais.records.types.Derivation;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Problem;
import relais.records.types.Storage;

/** What roll-ups an object can have, and whether a described one holds. */
@Component
public class RollUpDesigns {
    private static final Set<FieldType> SUMMED = EnumSet.of(FieldType.NUMBER, FieldType.MONEY, FieldType.DURATION);
    private static final Set<FieldType> COMPARED = EnumSet.of(
            FieldType.NUMBER,
            FieldType.MONEY,
            FieldType.DURATION,
            FieldType.PERCENT,
            FieldType.RATING,
            FieldType.DATE,
            FieldType.INSTANT);
    private static final Set<FieldType> COPIED = copied();

    private final ObjectTypes types;
    private final RollUps rollUps;
    private final Criteria criteria;

    RollUpDesigns(ObjectTypes types, RollUps rollUps, Criteria criteria) {
        this.types = types;
        this.rollUps = rollUps;
        this.criteria = criteria;
    }

    private static Set<FieldType> copied() {
        var copied = EnumSet.copyOf(COMPARED);
        copied.addAll(List.of(FieldType.TEXT, FieldType.BOOLEAN, FieldType.URL));
        return copied;
    }

    /** One way to related records: its name, the words for them, and their object. */
    public record Way(String name, String label, ObjectType over) {}

    /** The ways from the object to records that link to it. */
    public List<Way> ways(ObjectType owner) {
        return Paths.of(types, owner).stream()
                .filter(p -> types.description(p.over()).open())
                .map(p -> new Way(p.name(), label(p), p.over()))
                .toList();
    }

    private static String label(Paths.Path path) {
        var plain = path.name().equals(path.over().plural());
        var objects = Labels.objects(path.over());
        return plain ? objects : objects + " (" + Labels.field(path.over(), path.link()) + ")";
    }

    /** The way of this name. */
    public Optional<Way> way(ObjectType owner, String name) {
        return ways(owner).stream().filter(w -> w.name().equals(name)).findFirst();
    }

    /** The fields of related records over which this can be figured. */
    public List<Field> measurable(ObjectType over, Derivation.Figure figure) {
        var fitting = switch (figure) {
            case COUNT -> Set.<FieldType>of();
            case SUM -> SUMMED;
            case MIN, MAX -> COMPARED;
            case LATEST -> COPIED;
        };
        return over.fields().stream()
                .filter(f -> fitting.contains(f.type()))
                .filter(f -> f.storage() instanceof Storage.Column || f.storage() instanceof Storage.Custom)
                .filter(f -> !stacked(over, f))
                .toList();
    }

    /** Whether the value of a field is itself made of figures over other records. */
    private static boolean stacked(ObjectType type, Field field) {
        var behind = new HashSet<>(type.behind(field));
        behind.add(field.name());
        return behind.stream()
                .flatMap(n -> type.field(n).stream())
                .anyMatch(f -> f.derivation() instanceof Derivation.RollUp);
    }

    /** The type of the values of such a roll-up; nothing when it does not hold. */
    public Optional<FieldType> result(ObjectType owner, Derivation.RollUp described) {
        if (described.figure() == Derivation.Figure.COUNT) {
            return Optional.of(FieldType.NUMBER);
        }
        return way(owner, described.path())
                .flatMap(w -> measurable(w.over(), described.figure()).stream()
                        .filter(f -> f.name().equals(described.field()))
                        .findFirst())
                .map(Field::type);
    }

    /** What is wrong with a described roll-up: by input, path, field or where; {@code own} is the field that has it. */
    public Optional<Problem> problem(ObjectType owner, Derivation.RollUp described, @Nullable Field own) {
        var way = way(owner, described.path());
        if (way.isEmpty()) {
            return Optional.of(Problem.of("path", "rollup.path"));
        }
        var result = result(owner, described);
        if (result.isEmpty()) {
            return Optional.of(Problem.of("field", "rollup.field"));
        }
        if (own != null && result.get() != own.type()) {
            return Optional.of(Problem.of("field", "rollup.type"));
        }
        return where(way.get().over(), described);
    }

    private Optional<Problem> where(ObjectType over, Derivation.RollUp described) {
        if (described.where() == null) {
            return Optional.empty();
        }
        try {
            var where = CriteriaJson.read(described.where());
            if (personal(where)) {
                return Optional.of(Problem.of("where", "rollup.personal"));
            }
            boolean stacked = RollUps.fields(where).stream()
                    .flatMap(n -> over.field(n).stream())
                    .anyMatch(f -> stacked(over, f));
            return stacked
                    ? Optional.of(Problem.of("where", "rollup.stacked"))
                    : criteria.mistakes(over, where).stream()
                            .findFirst()
                            .map(m -> new Problem(
                                    "where", m.problem().code(), m.problem().args()));
        } catch (Refused malformed) {
            return Optional.of(Problem.of("where", "rollup.where"));
        }
    }

    /** Figures are the same for everybody and know no further relations. */
    private static boolean personal(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All all -> all.of().stream().anyMatch(RollUpDesigns::personal);
            case Criterion.Any any -> any.of().stream().anyMatch(RollUpDesigns::personal);
            case Criterion.None none -> none.of().stream().anyMatch(RollUpDesigns::personal);
            case Criterion.Test test ->
                test.values().stream().anyMatch(v -> Set.of("me", "mine").contains(v.asString("")));
            case Criterion.Related related -> true;
        };
    }

    /**
     * The roll-up that would count on figures if the formula of this field read them: figures over figures are not kept
     * right, so they are refused.
     */
    public Optional<String> stackedBy(ObjectType type, @Nullable Field own, Set<String> reads) {
        if (own == null) {
            return Optional.empty();
        }
        boolean figures = reads.stream().flatMap(n -> type.field(n).stream()).anyMatch(f -> stacked(type, f));
        if (!figures) {
            return Optional.empty();
        }
        return rollUps.over(type.name()).stream()
                .filter(r -> r.watched().stream().anyMatch(w -> leads(type, w, own)))
                .map(r -> Labels.field(r.owner(), r.field()))
                .findFirst();
    }

    private static boolean leads(ObjectType type, String watched, Field own) {
        return watched.equals(own.name())
                || type.field(watched)
                        .filter(f -> type.behind(f).contains(own.name()))
                        .isPresent();
    }
}
