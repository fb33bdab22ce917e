package relais.records.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Reach;
import relais.platform.tenancy.Tenancy;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Visibility;

/**
 * What the actor may find at all. It is a condition on columns of the index, so that what must stay hidden costs no
 * place among the hits: row rights by site, owner and sharing, whose columns the index carries, belong here too.
 */
record Sight(String[] objects, String[] open, Reach reach, String ruled) {
    private static final DSLContext TEXT = DSL.using(SQLDialect.POSTGRES);

    static Sight of(ObjectTypes types, Visibility visibility) {
        var actor = Actor.current();
        var read = types.all().stream()
                .filter(Terms::searched)
                .filter(t -> actor.may(t.name(), types.description(t).right(Action.READ)))
                .toList();
        var open = read.stream().filter(t -> visibility.belonging(t) == null).toList();
        return new Sight(
                names(read),
                names(open),
                actor.reach(),
                read.stream().map(t -> closed(t) + ruled(t, visibility)).collect(Collectors.joining()));
    }

    /** What a closed field says finds nothing. */
    private static String closed(ObjectType type) {
        var closed = Terms.closed(type);
        return closed.isEmpty()
                ? ""
                : " AND NOT (s.object = " + text(type) + " AND s.source IN ("
                        + closed.stream().map(s -> String.valueOf(s.ordinal())).collect(Collectors.joining(", "))
                        + "))";
    }

    /** The conditions that a role sets are asked of the record itself: the index does not know them. */
    private static String ruled(ObjectType type, Visibility visibility) {
        if (visibility.whole(type) || visibility.belonging(type) != null) {
            return "";
        }
        var parts = type.table().split("\\.");
        var seen = DSL.exists(DSL.selectOne()
                .from(DSL.table(DSL.name(parts[0], parts[1])).as("v"))
                .where(DSL.field(DSL.name("v", "tenant_id"), SQLDataType.UUID).eq(Tenancy.id()))
                .and("v.id = s.record_id")
                .and(visibility.rows(type, "v")));
        return " AND (s.object <> " + text(type) + " OR " + TEXT.renderInlined(seen) + ")";
    }

    private static String text(ObjectType type) {
        return TEXT.renderInlined(DSL.inline(type.name()));
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
                ? " AND s.object = ANY(?)" + ruled
                : " AND s.object = ANY(?) AND (s.site_id = ANY(?) OR s.owner_id = " + (alone() ? "?" : "ANY(?)")
                        + " OR s.shared OR s.object = ANY(?)" + (given() ? " OR s.record_id = ANY(?)" : "") + ")"
                        + ruled;
    }

    /** The binds of the condition. */
    List<Object> binds() {
        if (whole()) {
            return List.of((Object) objects);
        }
        var binds = new ArrayList<Object>(List.of(
                objects, reach.sites().toArray(UUID[]::new), alone() ? reach.person() : Visibility.owners(), open));
        if (given()) {
            binds.add(Visibility.shared());
        }
        return binds;
    }

    private boolean alone() {
        return reach.led().isEmpty();
    }

    private boolean given() {
        return !reach.shares().isEmpty();
    }
}
