package relais.records.search;

import java.util.List;
import relais.identity.Action;
import relais.identity.Actor;
import relais.records.types.ObjectTypes;

/**
 * What the actor may find at all. It is a condition on columns of the index, so that what must stay hidden costs no
 * place among the hits: row rights by site, owner and sharing, whose columns the index carries, belong here too.
 */
record Sight(String[] objects) {
    /** The condition on terms under the name {@code s}, with one bind: the objects. */
    static final String CONDITION = " AND s.object = ANY(?)";

    static Sight of(ObjectTypes types) {
        var actor = Actor.current();
        return new Sight(types.all().stream()
                .filter(Terms::searched)
                .filter(t -> actor.may(t.name(), types.description(t).right(Action.READ)))
                .map(t -> t.name())
                .toArray(String[]::new));
    }

    boolean blind() {
        return objects.length == 0;
    }

    List<Object> binds() {
        return List.of((Object) objects);
    }
}
