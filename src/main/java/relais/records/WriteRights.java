package relais.records;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import relais.identity.FieldRight;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Problem;
import relais.records.types.Visibility;
import tools.jackson.databind.node.ObjectNode;

/** Sees to it that nobody writes a field that is closed to them, or a record that they may only read. */
@Component
class WriteRights {
    private final ObjectTypes types;
    private final Visibility visibility;

    WriteRights(ObjectTypes types, Visibility visibility) {
        this.types = types;
        this.visibility = visibility;
    }

    void check(Writer.Pass pass, ObjectType type, List<? extends Mutation> mutations, List<Plan> plans) {
        for (int i = 0; i < plans.size(); i++) {
            var plan = plans.get(i);
            plan.former()
                    .filter(before -> !visibility.changes(type, before))
                    .ifPresent(before -> plan.reject(Problem.of("", "record.locked")));
            values(pass, mutations.get(i)).ifPresent(given -> fields(type, given, plan));
        }
    }

    /** What an undo makes anew it makes whole; what it changes it changes like everybody. */
    private static Optional<ObjectNode> values(Writer.Pass pass, Mutation mutation) {
        return switch (mutation) {
            case Mutation.Create create -> pass.restoring() ? Optional.empty() : Optional.of(create.values());
            case Mutation.Update update -> Optional.of(update.values());
            case Mutation.Remove remove -> Optional.empty();
        };
    }

    private void fields(ObjectType type, ObjectNode given, Plan plan) {
        for (var name : given.propertyNames()) {
            var closed = types.closed(type, name);
            if (closed.isPresent() && (closed.get() == FieldRight.HIDDEN || plan.changes(name))) {
                plan.reject(problem(closed.get(), name));
            }
        }
    }

    /** What is hidden does not exist. */
    private static Problem problem(FieldRight right, String field) {
        return switch (right) {
            case HIDDEN -> Problem.of(field, "field.unknown", field);
            case READ -> Problem.of(field, "field.locked");
        };
    }
}
