package relais.identity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * An allow-list: for each object (or {@code *} for every object) the actions a role may do.
 *
 * @param fields for each object the fields that are closed to the role
 */
public record Grants(Map<String, Set<Action>> byObject, Map<String, Map<String, FieldRight>> fields) {

    /** The name under which a right holds for every object. */
    public static final String EVERY = "*";

    public Grants {
        byObject = Map.copyOf(byObject);
        fields = Map.copyOf(fields);
    }

    /** Grants that close no field. */
    public Grants(Map<String, Set<Action>> byObject) {
        this(byObject, Map.of());
    }

    /** Whether this list allows the action on the object. */
    public boolean allow(String object, Action action) {
        return byObject.getOrDefault(object, Set.of()).contains(action)
                || byObject.getOrDefault(EVERY, Set.of()).contains(action);
    }

    /** The fields of this object that are closed. */
    public Map<String, FieldRight> closed(String object) {
        return fields.getOrDefault(object, Map.of());
    }

    /** What both lists allow. */
    public Grants and(Grants other) {
        var objects = new HashSet<>(byObject.keySet());
        objects.addAll(other.byObject.keySet());
        var both = new HashMap<String, Set<Action>>();
        objects.forEach(o -> both.put(o, common(other, o)));
        return new Grants(both, closed(other));
    }

    /** What either list closes, by the narrower of the two. */
    private Map<String, Map<String, FieldRight>> closed(Grants other) {
        var closed = new HashMap<>(fields);
        other.fields.forEach((object, more) -> {
            var together = new HashMap<>(closed(object));
            more.forEach((field, right) -> together.merge(field, right, (a, b) -> a.compareTo(b) <= 0 ? a : b));
            closed.put(object, Map.copyOf(together));
        });
        return closed;
    }

    /** This list without one action, whatever the object. */
    public Grants without(Action action) {
        var rest = new HashMap<String, Set<Action>>();
        byObject.forEach((object, actions) -> {
            var kept = new HashSet<>(actions);
            kept.remove(action);
            rest.put(object, Set.copyOf(kept));
        });
        return new Grants(rest, fields);
    }

    private Set<Action> common(Grants other, String object) {
        var actions = new HashSet<Action>();
        Arrays.stream(Action.values())
                .filter(a -> allow(object, a) && other.allow(object, a))
                .forEach(actions::add);
        return Set.copyOf(actions);
    }
}
