package relais.records.search;

import java.util.List;
import java.util.UUID;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Reach;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Visibility;

/**
 * What the actor may find at all. It is a condition on columns of the index, so that what must stay hidden costs no
 * place among the hits: row rights by site, owner and sharing, whose columns the index carries, belong here too.
 */
record Sight(String[] objects, String[] open, Reach reach) {
    static Sight of(ObjectTypes types, Visibility visibility) {
        var actor = Actor.current();
        var read = types.all().stream()
                .filter(Terms::searched)
                .filter(t -> actor.may(t.name(), types.description(t).right(Action.READ)))
                .toList();
        var open = read.stream().filter(t -> visibility.belonging(t) == null).toList();
        return new Sight(names(read), names(open), actor.reach());
    }

    private static String[] names(List<ObjectType> types) {
        return types.stream().map(ObjectType::name).toArray(String[]::new);
    }

    boolean blind() {
        return objects.length == 0;
    }

    private boolean whole() {
        return open.length == objects.length;
    }

    /** The condition on terms under the name {@code s}. */
    String condition() {
        return whole()
                ? " AND s.object = ANY(?)"
                : " AND s.object = ANY(?) AND (s.site_id = ANY(?) OR s.owner_id = ? OR s.shared OR s.object = ANY(?))";
    }

    /** The binds of the condition. */
    List<Object> binds() {
        return whole()
                ? List.of((Object) objects)
                : List.of(objects, reach.sites().toArray(UUID[]::new), reach.person(), open);
    }
}
