package relais.records.criteria;

import static org.jooq.impl.DSL.name;

import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import relais.platform.tenancy.Tenancy;
import relais.records.store.Columns;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.Storage;
import relais.records.types.TypeSql;

/** Figures over related records as SQL. */
final class RelatedSql {
    private RelatedSql() {}

    static Condition condition(
            ObjectType.Relation path,
            String alias,
            String inner,
            Criterion.Related related,
            Field measured,
            Condition where,
            Moment.Now now) {
        var rows = TypeSql.table(path.table()).as(inner);
        var joined = DSL.field(name(inner, "tenant_id"), SQLDataType.UUID)
                .eq(Tenancy.id())
                .and(tied(path, alias, inner))
                .and(DSL.field(name(inner, "deleted_at")).isNull())
                .and(where);
        var figure = DSL.field(
                DSL.select(aggregate(related, inner, measured)).from(rows).where(joined));
        return Comparison.of(figure, related.operator(), related.values(), now);
    }

    /** By the related record's own column, or by a row of links that is found from this end. */
    private static Condition tied(ObjectType.Relation path, String alias, String inner) {
        var here = DSL.field(name(alias, "id"), SQLDataType.UUID);
        if (path.link() == null) {
            return DSL.field(name(inner, path.foreignKey()), SQLDataType.UUID).eq(here);
        }
        var link = inner + "l";
        return DSL.field(name(inner, "id"), SQLDataType.UUID)
                .in(DSL.select(DSL.field(name(link, "from_id"), SQLDataType.UUID))
                        .from(TypeSql.table("records.link").as(link))
                        .where(DSL.field(name(link, "tenant_id"), SQLDataType.UUID)
                                .eq(Tenancy.id()))
                        .and(DSL.field(name(link, "to_id"), SQLDataType.UUID).eq(here))
                        .and(DSL.field(name(link, "relation"), SQLDataType.CLOB).eq(path.link())));
    }

    private static org.jooq.Field<?> aggregate(Criterion.Related related, String inner, Field measured) {
        return switch (related.aggregate()) {
            case COUNT -> DSL.count().cast(SQLDataType.NUMERIC);
            case SUM -> DSL.coalesce(DSL.sum(value(inner, measured, SQLDataType.NUMERIC)), DSL.zero());
            case LATEST ->
                measured.type() == FieldType.DATE
                        ? DSL.max(value(inner, measured, SQLDataType.LOCALDATE))
                        : DSL.max(value(inner, measured, SQLDataType.TIMESTAMPWITHTIMEZONE));
        };
    }

    /** The value itself, for custom fields out of the JSON: their slots hold keys, and not every field has one. */
    private static <T> org.jooq.Field<T> value(String inner, Field measured, DataType<T> type) {
        return measured.storage() instanceof Storage.Custom custom
                ? DSL.field(
                                "({0} ->> {1})",
                                SQLDataType.CLOB,
                                DSL.field(name(inner, "custom"), SQLDataType.JSONB),
                                DSL.inline(custom.member()))
                        .cast(type)
                : Objects.requireNonNull(Columns.key(inner, measured)).coerce(type);
    }
}
