package relais.records.rollups;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import relais.platform.web.Refused;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.Criterion;
import relais.records.types.Derivation;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;

/** The roll-ups of the workspace, by the object that has them and by the one they count. */
@Component
class RollUps {
    private final ObjectTypes types;

    RollUps(ObjectTypes types) {
        this.types = types;
    }

    /** The roll-ups that count records of this object. */
    List<RollUp> over(String object) {
        var found = new ArrayList<RollUp>();
        for (var owner : types.wholes()) {
            for (var field : owner.fields()) {
                if (field.derivation() instanceof Derivation.RollUp described) {
                    of(owner, field, described)
                            .filter(r -> r.over().name().equals(object))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** The roll-ups that records of this object have. */
    List<RollUp> on(ObjectType owner) {
        var found = new ArrayList<RollUp>();
        for (var field : owner.fields()) {
            if (field.derivation() instanceof Derivation.RollUp described) {
                of(owner, field, described).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The roll-up of a field; nothing when its path, its field or its conditions are gone. */
    Optional<RollUp> of(ObjectType owner, Field field, Derivation.RollUp described) {
        return Paths.of(types, owner).stream()
                .filter(p -> p.name().equals(described.path()))
                .findFirst()
                .flatMap(p -> of(owner, field, described, p));
    }

    private static Optional<RollUp> of(ObjectType owner, Field field, Derivation.RollUp described, Paths.Path path) {
        var measured = described.field() == null
                ? null
                : path.over().field(described.field()).orElse(null);
        if (described.field() != null && measured == null) {
            return Optional.empty();
        }
        try {
            var where = described.where() == null ? Criterion.everything() : CriteriaJson.read(described.where());
            var watched = new HashSet<>(fields(where));
            watched.add(path.link().name());
            if (measured != null) {
                watched.add(measured.name());
            }
            return Optional.of(new RollUp(
                    owner, field, path.over(), path.link(), described.figure(), measured, where, Set.copyOf(watched)));
        } catch (Refused malformed) {
            return Optional.empty();
        }
    }

    /** The fields that conditions name. */
    static Set<String> fields(Criterion criterion) {
        var fields = new HashSet<String>();
        switch (criterion) {
            case Criterion.All all -> all.of().forEach(c -> fields.addAll(fields(c)));
            case Criterion.Any any -> any.of().forEach(c -> fields.addAll(fields(c)));
            case Criterion.None none -> none.of().forEach(c -> fields.addAll(fields(c)));
            case Criterion.Test test -> fields.add(test.field());
            case Criterion.Related related -> fields.add(Snapshot.CREATED);
        }
        return fields;
    }
}
