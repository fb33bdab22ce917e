package relais.records.lists;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;
import relais.records.criteria.Criteria;
import relais.records.store.Columns;
import relais.records.types.ObjectType;
import relais.records.types.TypeSql;
import relais.records.types.Visibility;

/** Walks along the order of a list: keys run first, then the records without one; backward the other way round. */
@Component
class ListWalk {
    static final String R = "r";

    private final DSLContext sql;
    private final Criteria criteria;
    private final Patience patience;
    private final Visibility visibility;
    private final Sighted sighted;
    private final TagWalk tags;

    ListWalk(Criteria criteria, Patience patience, Visibility visibility, Sighted sighted, TagWalk tags) {
        this.sql = patience.sql();
        this.criteria = criteria;
        this.patience = patience;
        this.visibility = visibility;
        this.sighted = sighted;
        this.tags = tags;
    }

    /** A place in the order of a list. */
    record Spot(@Nullable Object key, @Nullable Object second, UUID id) {}

    /** The next places from the cursor on, or from the list's end. */
    List<Spot> spots(ListSpec spec, @Nullable Cursor cursor, boolean backward, int wanted) {
        var spots = new ArrayList<Spot>();
        boolean among = cursor != null && cursor.key().isNull();
        if (backward) {
            if (among) {
                spots.addAll(unkeyed(spec, cursor, true, wanted));
            }
            if (spots.size() < wanted) {
                spots.addAll(keyed(spec, among ? null : cursor, true, wanted - spots.size()));
            }
        } else {
            if (!among) {
                spots.addAll(keyed(spec, cursor, false, wanted));
            }
            if (spots.size() < wanted) {
                spots.addAll(unkeyed(spec, among ? cursor : null, false, wanted - spots.size()));
            }
        }
        return spots;
    }

    private List<Spot> keyed(ListSpec spec, @Nullable Cursor cursor, boolean backward, int wanted) {
        return keyed(spec, key(spec), cursor, backward, wanted);
    }

    private <T> List<Spot> keyed(ListSpec spec, Field<T> key, @Nullable Cursor cursor, boolean backward, int wanted) {
        boolean down = spec.sort().descending() != backward;
        var second = SecondKey.of(spec, R, backward);
        var tagged = second == null && natural(spec) ? tags.range(spec.type(), spec.criterion()) : null;
        if (tagged != null) {
            return tags.spots(tagged, cursor, down, wanted);
        }
        var where = where(spec).and(key.isNotNull());
        if (cursor != null) {
            @Nullable T edge = Cursor.key(cursor.key(), key.getDataType());
            where = where.and(beyond(key, edge, down, second, cursor));
        }
        return fetch(spec, where, key, second, down, wanted);
    }

    /** The bound on the first key alone lets its index begin at the right place. */
    private static <T> Condition beyond(
            Field<T> key, @Nullable T edge, boolean down, @Nullable SecondKey<?> second, Cursor cursor) {
        if (second == null) {
            var place = row(key, id());
            return down ? place.lt(edge, cursor.id()) : place.gt(edge, cursor.id());
        }
        var further = down ? key.lt(edge) : key.gt(edge);
        var equal = key.eq(edge).and(second.beyond(cursor.second(), past(cursor.id(), down)));
        return (down ? key.le(edge) : key.ge(edge)).and(further.or(equal));
    }

    private static Condition past(UUID id, boolean down) {
        return down ? id().lt(id) : id().gt(id);
    }

    private List<Spot> unkeyed(ListSpec spec, @Nullable Cursor cursor, boolean backward, int wanted) {
        var second = SecondKey.of(spec, R, backward);
        var where = where(spec).and(key(spec).isNull());
        if (cursor != null) {
            var rest = past(cursor.id(), backward);
            where = where.and(second == null ? rest : second.beyond(cursor.second(), rest));
        }
        return fetch(spec, where, null, second, backward, wanted);
    }

    private List<Spot> fetch(
            ListSpec spec,
            Condition where,
            @Nullable Field<?> key,
            @Nullable SecondKey<?> second,
            boolean down,
            int wanted) {
        var columns = new ArrayList<Field<?>>(List.of(id()));
        // In the order of the ids the key is the id: a union has each column once.
        int keyed = key == null || key.getName().equals(id().getName()) ? 0 : 1;
        if (key != null && keyed > 0) {
            columns.add(key);
        }
        if (second != null) {
            columns.add(second.field());
        }
        return patience.fetch(() -> rows(spec, columns, where, key, second, down, wanted)
                .fetch(r -> new Spot(
                        key == null ? null : r.get(keyed),
                        second == null ? null : r.get(r.size() - 1),
                        r.get(0, UUID.class))));
    }

    /** Whoever does not see every record reads them by another way, and never others. */
    private ResultQuery<Record> rows(
            ListSpec spec,
            List<Field<?>> columns,
            Condition where,
            @Nullable Field<?> key,
            @Nullable SecondKey<?> second,
            boolean down,
            int wanted) {
        var own = visibility.belonging(spec.type());
        var order = order(id(), key, second, down);
        if (own != null) {
            var branches = new Branches(sql, spec.type(), own, columns, where);
            var united = order(
                    Branches.united(id()),
                    key == null ? null : Branches.united(key),
                    second == null ? null : second.united(),
                    down);
            if (key != null && second == null && natural(spec) && !TagRange.ranged(spec.type(), spec.criterion())) {
                return branches.along(order, united, wanted);
            }
            if (sighted.few(spec.type(), own)) {
                return branches.gathered(united, wanted);
            }
        }
        return sql.select(columns)
                .from(rows(spec.type()))
                .where(where)
                .and(visibility.rows(spec.type(), R))
                .orderBy(order)
                .limit(DSL.inline(wanted)); // a number and no bind, or PostgreSQL plans the query anew each time
    }

    private static List<SortField<?>> order(
            Field<UUID> id, @Nullable Field<?> key, @Nullable SecondKey<?> second, boolean down) {
        var order = new ArrayList<SortField<?>>();
        if (key != null) {
            order.add(down ? key.desc() : key.asc());
        }
        if (second != null) {
            order.add(second.order());
        }
        order.add(down ? id.desc() : id.asc());
        return order;
    }

    /** Whether the list runs by what names its records: the order that the indexes of sites and owners have. */
    private static boolean natural(ListSpec spec) {
        return spec.sort().field().name().equals(spec.type().titles().getFirst());
    }

    private static Spot spot(Record r, @Nullable Field<?> key, @Nullable SecondKey<?> second) {
        return new Spot(key == null ? null : r.get(key), second == null ? null : r.get(second.field()), r.get(id()));
    }

    /** Where a record stands in the order of this list, whether its filter keeps it or not. */
    Optional<Spot> of(ListSpec spec, UUID record) {
        var second = SecondKey.of(spec, R, false);
        var key = key(spec);
        var columns = new ArrayList<Field<?>>(List.of(id(), key));
        if (second != null) {
            columns.add(second.field());
        }
        return sql.select(columns)
                .from(rows(spec.type()))
                .where(alive(spec.type()))
                .and(id().eq(record))
                .and(visibility.rows(spec.type(), R))
                .fetchOptional(r -> spot(r, key, second));
    }

    private static Field<?> key(ListSpec spec) {
        return Objects.requireNonNull(Columns.key(R, spec.sort().field()));
    }

    private Condition where(ListSpec spec) {
        return alive(spec.type()).and(criteria.condition(spec.type(), R, spec.criterion()));
    }

    static Condition alive(ObjectType type) {
        return DSL.field(name(R, "tenant_id"), SQLDataType.UUID)
                .eq(Tenancy.id())
                .and(TypeSql.only(type, R))
                .and(DSL.field(name(R, "deleted_at")).isNull());
    }

    static Field<UUID> id() {
        return DSL.field(name(R, "id"), SQLDataType.UUID);
    }

    static org.jooq.Table<?> rows(ObjectType type) {
        return TypeSql.table(type).as(R);
    }
}
