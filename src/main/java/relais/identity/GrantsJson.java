package relais.identity;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.JSONB;
import tools.jackson.databind.json.JsonMapper;

/** Grants as they lie in the database: object name to action names; an unknown action grants nothing. */
final class GrantsJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private GrantsJson() {}

    static String write(Grants grants) {
        return JSON.writeValueAsString(new TreeMap<>(grants.byObject()));
    }

    static Grants read(JSONB json) {
        Map<String, Set<Action>> grants = new HashMap<>();
        for (var object : JSON.readTree(json.data()).properties()) {
            var actions = EnumSet.noneOf(Action.class);
            for (var action : Action.values()) {
                for (var name : object.getValue()) {
                    if (action.name().equals(name.asString())) {
                        actions.add(action);
                    }
                }
            }
            grants.put(object.getKey(), actions);
        }
        return new Grants(grants);
    }
}
