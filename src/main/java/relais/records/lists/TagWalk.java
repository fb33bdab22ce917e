package relais.records.lists;

import static org.jooq.impl.DSL.row;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.records.criteria.Criteria;
import relais.records.criteria.Criterion;
import relais.records.lists.ListWalk.Spot;
import relais.records.types.ObjectType;
import relais.records.types.Visibility;

/** Walks along the records of one tag in the order of their names. */
@Component
class TagWalk {
    private final DSLContext sql;
    private final Criteria criteria;
    private final Patience patience;
    private final Visibility visibility;

    TagWalk(Criteria criteria, Patience patience, Visibility visibility) {
        this.sql = patience.sql();
        this.criteria = criteria;
        this.patience = patience;
        this.visibility = visibility;
    }

    /** The range, where the tagging rows tell who sees a record; null when the criteria ask for no tag. */
    @Nullable
    TagRange range(ObjectType type, Criterion criterion) {
        return visibility.whole(type) || visibility.belonging(type) != null
                ? TagRange.of(type, criterion).orElse(null)
                : null;
    }

    /** The next places from the cursor on. */
    List<Spot> spots(TagRange range, @Nullable Cursor cursor, boolean down, int wanted) {
        var order = List.<SortField<?>>of(
                down ? range.named().desc() : range.named().asc(),
                down ? range.id().desc() : range.id().asc());
        return patience.fetch(() -> sql.select(range.id(), range.named())
                .from(range.rows())
                .where(where(range))
                .and(beyond(range, cursor, down))
                .orderBy(order)
                .limit(wanted)
                .fetch(r -> new Spot(r.value2(), null, r.value1())));
    }

    private static Condition beyond(TagRange range, @Nullable Cursor cursor, boolean down) {
        if (cursor == null) {
            return DSL.noCondition();
        }
        var place = row(range.named(), range.id());
        var key = Cursor.key(cursor.key(), SQLDataType.CLOB);
        return down ? place.lt(key, cursor.id()) : place.gt(key, cursor.id());
    }

    /** Some of the records in no order. */
    Select<Record1<UUID>> some(TagRange range, int most) {
        return sql.select(ListWalk.id()).from(range.rows()).where(where(range)).limit(most);
    }

    private Condition where(TagRange range) {
        return range.where()
                .and(visibility.rows(range.type(), TagRange.G, range.id()))
                .and(ListWalk.alive(range.type()))
                .and(criteria.condition(range.type(), ListWalk.R, range.rest()));
    }
}
