package relais.records.lists;

import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;
import relais.records.store.Columns;
import tools.jackson.databind.JsonNode;

/**
 * The key that orders the records which the first key leaves equal. No index holds it: PostgreSQL sorts each group of
 * equal first keys by itself, so a page costs as much as the largest group it touches.
 *
 * @param nullsFirst walking backward, the records without a value come first
 */
record SecondKey<T>(Field<T> field, boolean down, boolean nullsFirst) {
    static @Nullable SecondKey<?> of(ListSpec spec, String alias, boolean backward) {
        var then = spec.sort().then();
        return then == null
                ? null
                : new SecondKey<>(
                        Objects.requireNonNull(Columns.key(alias, then.field())),
                        then.descending() != backward,
                        backward);
    }

    /** The same key as a union of rows names it. */
    SecondKey<T> united() {
        return new SecondKey<>(Branches.united(field), down, nullsFirst);
    }

    SortField<T> order() {
        var sorted = down ? field.desc() : field.asc();
        return nullsFirst ? sorted.nullsFirst() : sorted.nullsLast();
    }

    /** What lies beyond this value; {@code rest} says it for records with the very same one. */
    Condition beyond(JsonNode value, Condition rest) {
        if (value.isNull()) {
            var same = field.isNull().and(rest);
            return nullsFirst ? field.isNotNull().or(same) : same;
        }
        @Nullable T edge = Cursor.key(value, field.getDataType());
        var past = (down ? field.lt(edge) : field.gt(edge)).or(field.eq(edge).and(rest));
        return nullsFirst ? past : past.or(field.isNull());
    }
}
