package relais.records.lists;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.Refused;
import relais.records.Records;
import relais.records.criteria.Criteria;
import relais.records.criteria.Criterion;
import relais.records.store.Columns;
import relais.records.types.ObjectType;

/** Reads lists: an inner query finds keys and ids in an index, the page's records follow by their ids. */
@Service
public class ListQueries {
    private static final int COUNTED = 10_000;
    private static final String R = "r";
    private static final String CANCELLED = "57014";

    private final DSLContext sql;
    private final Criteria criteria;
    private final Records records;

    ListQueries(DSLContext sql, Criteria criteria, Records records) {
        this.sql = sql;
        this.criteria = criteria;
        this.records = records;
    }

    /** A place in the order of a list. */
    private record Spot(@Nullable Object key, UUID id) {}

    /** One page; refuses a cursor of another list and a search that takes over two seconds. */
    @Transactional(readOnly = true)
    public ListPage page(ListSpec spec) {
        Actor.current().require(spec.type().name(), Action.READ);
        var cursor = Cursor.of(spec);
        boolean backward = cursor != null && cursor.backward();
        var spots = spots(spec, cursor, backward, spec.limit() + 1);
        boolean more = spots.size() > spec.limit();
        if (more) {
            spots.removeLast();
        }
        if (backward) {
            Collections.reverse(spots);
        }
        int first = cursor == null ? 1 : backward ? Math.max(1, cursor.position() - spots.size()) : cursor.position();
        boolean before = backward ? more : cursor != null;
        boolean after = backward || more;
        return new ListPage(
                load(spec.type(), spots),
                first,
                after && !spots.isEmpty() ? cursor(spec, spots.getLast(), first + spots.size(), false) : null,
                before && !spots.isEmpty() ? cursor(spec, spots.getFirst(), first, true) : null);
    }

    private List<relais.records.types.Snapshot> load(ObjectType type, List<Spot> spots) {
        var ids = spots.stream().map(Spot::id).toList();
        var found = records.find(type.name(), ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static String cursor(ListSpec spec, Spot spot, int position, boolean backward) {
        var key = spot.key() == null
                ? relais.records.types.Values.none()
                : relais.records.types.Values.text(String.valueOf(spot.key()));
        return new Cursor(key, spot.id(), position, backward).text(spec);
    }

    /** Keys run first, then the records without one; backward the other way round. */
    private List<Spot> spots(ListSpec spec, @Nullable Cursor cursor, boolean backward, int wanted) {
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
        var where = where(spec).and(key.isNotNull());
        if (cursor != null) {
            var edge = row(key, id());
            var value = cursor.key(key.getDataType());
            where = where.and(down ? edge.lt(value, cursor.id()) : edge.gt(value, cursor.id()));
        }
        var condition = where;
        return fetch(() -> sql.select(key, id())
                .from(rows(spec.type()))
                .where(condition)
                .orderBy(down ? key.desc() : key.asc(), down ? id().desc() : id().asc())
                .limit(wanted)
                .fetch(r -> new Spot(r.value1(), r.value2())));
    }

    private List<Spot> unkeyed(ListSpec spec, @Nullable Cursor cursor, boolean backward, int wanted) {
        var where = where(spec).and(key(spec).isNull());
        if (cursor != null) {
            where = where.and(backward ? id().lt(cursor.id()) : id().gt(cursor.id()));
        }
        var condition = where;
        return fetch(() -> sql.select(id())
                .from(rows(spec.type()))
                .where(condition)
                .orderBy(backward ? id().desc() : id().asc())
                .limit(wanted)
                .fetch(r -> new Spot(null, r.value1())));
    }

    private Field<?> key(ListSpec spec) {
        return Objects.requireNonNull(Columns.key(R, spec.sort().field()));
    }

    private Condition where(ListSpec spec) {
        return alive().and(criteria.condition(spec.type(), R, spec.criterion()));
    }

    private static Condition alive() {
        return DSL.field(name(R, "tenant_id"), SQLDataType.UUID)
                .eq(Tenancy.id())
                .and(DSL.field(name(R, "deleted_at")).isNull());
    }

    private static Field<UUID> id() {
        return DSL.field(name(R, "id"), SQLDataType.UUID);
    }

    private static org.jooq.Table<?> rows(ObjectType type) {
        var parts = type.table().split("\\.");
        return table(name(parts[0], parts[1])).as(R);
    }

    /** How many records match, exactly up to ten thousand. */
    @Transactional(readOnly = true)
    public Count count(ObjectType type, Criterion criterion) {
        return count(type, criterion, COUNTED);
    }

    /** How many records match, exactly up to this many. */
    @Transactional(readOnly = true)
    public Count count(ObjectType type, Criterion criterion, int most) {
        Actor.current().require(type.name(), Action.READ);
        var n = fetch(() -> sql.selectCount()
                .from(sql.selectOne()
                        .from(rows(type))
                        .where(alive().and(criteria.condition(type, R, criterion)))
                        .limit(most + 1)
                        .asTable("matching"))
                .fetch(r -> r.value1()));
        int found = n.getFirst();
        return new Count(Math.min(found, most), found > most);
    }

    /** The ids of everything that matches, in no order, at most this many. */
    @Transactional(readOnly = true)
    public List<UUID> matching(ObjectType type, Criterion criterion, int limit) {
        Actor.current().require(type.name(), Action.READ);
        return fetch(() -> sql.select(id())
                .from(rows(type))
                .where(alive().and(criteria.condition(type, R, criterion)))
                .limit(limit)
                .fetch(r -> r.value1()));
    }

    /** The ids of what matches behind one id and up to another, in their order, at most this many. */
    @Transactional(readOnly = true)
    public List<UUID> walk(ObjectType type, Criterion criterion, UUID behind, UUID upTo, int limit) {
        Actor.current().require(type.name(), Action.READ);
        return sql.select(id())
                .from(rows(type))
                .where(alive().and(criteria.condition(type, R, criterion))
                        .and(id().gt(behind))
                        .and(id().le(upTo)))
                .orderBy(id())
                .limit(limit)
                .fetch(r -> r.value1());
    }

    /** Filters without an index read every row; a search that takes too long ends with a sentence instead. */
    private <T> List<T> fetch(Supplier<List<T>> query) {
        try {
            sql.query("SET LOCAL statement_timeout = 2000").execute();
            var rows = query.get();
            sql.query("SET LOCAL statement_timeout = 0").execute();
            return rows;
        } catch (DataAccessException failed) {
            if (cancelled(failed)) {
                throw new Refused("list.slow");
            }
            throw failed;
        }
    }

    private static boolean cancelled(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && CANCELLED.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
