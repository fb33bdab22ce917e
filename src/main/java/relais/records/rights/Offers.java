package relais.records.rights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import relais.identity.GuardedObject;

/**
 * What the page of a role offers: only that can be set.
 *
 * @param objects the objects of the matrix with the actions that mean something for each
 * @param closable the objects whose fields can be closed
 * @param ruled the objects whose records belong to sites and people
 */
record Offers(List<GuardedObject> objects, List<Fields> closable, List<Ruled> ruled) {
    /** The fields of one object. */
    record Fields(String name, String label, List<Closable> fields) {}

    /** A field that can be closed, and whether it can be hidden altogether. */
    record Closable(String name, String label, boolean hideable) {}

    /**
     * An object whose records can be ruled.
     *
     * @param conditions conditions to choose from, by key, as JSON
     */
    record Ruled(String name, String label, Map<String, Condition> conditions) {}

    /** Conditions to choose from. */
    record Condition(String label, String json) {}

    /** The field that object and field name, when it is offered. */
    Optional<Closable> field(String... path) {
        return path.length < 2
                ? Optional.empty()
                : closable.stream()
                        .filter(o -> o.name().equals(path[0]))
                        .flatMap(o -> o.fields().stream())
                        .filter(f -> f.name().equals(path[1]))
                        .findFirst();
    }

    /** The conditions of this key. */
    Optional<String> conditions(String object, String key) {
        return ruled.stream()
                .filter(r -> r.name().equals(object))
                .flatMap(r -> Optional.ofNullable(r.conditions().get(key)).stream())
                .map(Condition::json)
                .findFirst();
    }
}
