package relais.identity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** An allow-list: for each object (or {@code *} for every object) the actions a role may do. */
public record Grants(Map<String, Set<Action>> byObject) {

    private static final String EVERY = "*";

    public Grants {
        byObject = Map.copyOf(byObject);
    }

    /** Whether this list allows the action on the object. */
    public boolean allow(String object, Action action) {
        return byObject.getOrDefault(object, Set.of()).contains(action)
                || byObject.getOrDefault(EVERY, Set.of()).contains(action);
    }

    /** What both lists allow. */
    public Grants and(Grants other) {
        var objects = new HashSet<>(byObject.keySet());
        objects.addAll(other.byObject.keySet());
        var both = new HashMap<String, Set<Action>>();
        objects.forEach(o -> both.put(o, common(other, o)));
        return new Grants(both);
    }

    /** This list without one action, whatever the object. */
    public Grants without(Action action) {
        var rest = new HashMap<String, Set<Action>>();
        byObject.forEach((object, actions) -> {
            var kept = new HashSet<>(actions);
            kept.remove(action);
            rest.put(object, Set.copyOf(kept));
        });
        return new Grants(rest);
    }

    private Set<Action> common(Grants other, String object) {
        var actions = new HashSet<Action>();
        Arrays.stream(Action.values())
                .filter(a -> allow(object, a) && other.allow(object, a))
                .forEach(actions::add);
        return Set.copyOf(actions);
    }
}
