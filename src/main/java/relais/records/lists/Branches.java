package relais.records.lists;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.name;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import relais.identity.Actor;
import relais.identity.Reach;
import relais.records.store.Columns;
import relais.records.types.ObjectType;
import relais.records.types.RowRights;
import relais.records.types.Visibility;

/**
 * The rows of somebody who does not see every record, as a union of branches (their sites, their own, those of the team
 * they lead, what is shared), each of which is a range of its own index. One condition with OR would walk over everybody's records.
 *
 * @param columns what is read of each row
 * @param where what else the rows must fulfil
 */
record Branches(
        DSLContext sql, ObjectType type, RowRights.Belonging own, List<? extends Field<?>> columns, Condition where) {
    private static final String UNITED = "b";

    /** So many sites have a branch each; PostgreSQL plans a list of unknown length anew at every page. */
    private static final int SITES_APART = 8;

    /** The first rows in the order that each branch's index has: as many of each branch, then as many of all. */
    ResultQuery<Record> along(List<? extends SortField<?>> order, List<? extends SortField<?>> united, int wanted) {
        var all = rows(owner().eq(reach().person()))
                .orderBy(order)
                .limit(DSL.inline(wanted))
                .union(rows(DSL.condition(shared())).orderBy(order).limit(DSL.inline(wanted)));
        for (var branch : each(site(), reach().sites(), order, wanted)) {
            all = all.union(branch);
        }
        for (var branch : each(owner(), reach().led(), order, wanted)) {
            all = all.union(branch);
        }
        if (!reach().shares().isEmpty()) {
            all = all.union(given().orderBy(order).limit(DSL.inline(wanted)));
        }
        return sql.select(out(UNITED)).from(all.asTable(UNITED)).orderBy(united).limit(DSL.inline(wanted));
    }

    private List<Select<Record>> each(
            Field<UUID> column, List<UUID> values, List<? extends SortField<?>> order, int wanted) {
        if (values.size() <= SITES_APART) {
            return values.stream()
                    .<Select<Record>>map(s -> rows(column.eq(s)).orderBy(order).limit(DSL.inline(wanted)))
                    .toList();
        }
        var each = DSL.unnest(values.toArray(UUID[]::new)).as("s", "v");
        var here = DSL.field(name("s", "v"), SQLDataType.UUID);
        return List.of(sql.select(out("x"))
                .from(
                        each,
                        DSL.lateral(rows(column.eq(here))
                                .orderBy(order)
                                .limit(DSL.inline(wanted))
                                .asTable("x"))));
    }

    /** All rows, then the first of them in any order: for those who see few. */
    ResultQuery<Record> gathered(List<? extends SortField<?>> united, int wanted) {
        var all = DSL.name(UNITED).asMaterialized(united());
        return sql.with(all).select(out(UNITED)).from(all).orderBy(united).limit(DSL.inline(wanted));
    }

    private Select<Record> united() {
        var all = ofSites().union(mine()).union(everyones());
        return reach().shares().isEmpty() ? all : all.union(given());
    }

    /** Some of the rows in no order. */
    Select<Record> some(int most) {
        var all = ofSites()
                .limit(most)
                .union(mine().limit(most))
                .union(everyones().limit(most));
        if (!reach().shares().isEmpty()) {
            all = all.union(given().limit(most));
        }
        return sql.select(out(UNITED)).from(all.asTable(UNITED)).limit(most);
    }

    private org.jooq.SelectConditionStep<Record> ofSites() {
        return rows(site().eq(any(reach().sites().toArray(UUID[]::new))));
    }

    private org.jooq.SelectConditionStep<Record> mine() {
        return rows(reach().led().isEmpty() ? owner().eq(reach().person()) : owner().eq(any(Visibility.owners())));
    }

    /** What is shared with the person alone. */
    private org.jooq.SelectConditionStep<Record> given() {
        return rows(ListWalk.id().eq(any(Visibility.shared())));
    }

    private org.jooq.SelectConditionStep<Record> everyones() {
        return rows(DSL.condition(shared()));
    }

    private org.jooq.SelectConditionStep<Record> rows(Condition branch) {
        return sql.select(columns).from(ListWalk.rows(type)).where(where).and(branch);
    }

    private List<? extends Field<?>> out(String alias) {
        return columns.stream().map(c -> united(c, alias)).toList();
    }

    /** A column of the rows as the union names it. */
    static <T> Field<T> united(Field<T> column) {
        return united(column, UNITED);
    }

    private static <T> Field<T> united(Field<T> column, String alias) {
        return DSL.field(name(alias, column.getName()), column.getDataType());
    }

    private static Reach reach() {
        return Actor.current().reach();
    }

    private Field<UUID> site() {
        return column(own.site()).coerce(UUID.class);
    }

    private Field<UUID> owner() {
        return column(own.owner()).coerce(UUID.class);
    }

    private Field<Boolean> shared() {
        return column(own.shared()).coerce(Boolean.class);
    }

    private Field<?> column(String field) {
        return Objects.requireNonNull(Columns.key(ListWalk.R, type.required(field)));
    }
}
