package relais.identity;

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
}
