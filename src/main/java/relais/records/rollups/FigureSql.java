package relais.records.rollups;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;
import relais.records.criteria.Criteria;
import relais.records.types.Derivation;
import relais.records.types.FieldType;
import relais.records.types.Storage;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;

/** Counts related records in SQL: all figures along one link in one statement, grouped by the record they belong to. */
@Component
class FigureSql {
    private static final String ROW = "x";
    private static final String LINK = "l";

    private final DSLContext sql;
    private final Criteria criteria;

    FigureSql(DSLContext sql, Criteria criteria) {
        this.sql = sql;
        this.criteria = criteria;
    }

    /** The figures of these owners; owners with nothing to count are missing. */
    Map<UUID, List<JsonNode>> figures(List<RollUp> alike, Collection<UUID> owners) {
        var first = alike.getFirst();
        var columns = new ArrayList<SelectField<?>>();
        var owner = owner(first);
        columns.add(owner);
        alike.forEach(r -> columns.addAll(List.of(aggregate(r), currencies(r))));
        var parts = first.over().table().split("\\.");
        var rows = table(name(parts[0], parts[1])).as(ROW);
        var figures = new HashMap<UUID, List<JsonNode>>();
        var select = first.link().storage() instanceof Storage.Column
                ? sql.select(columns)
                        .from(rows)
                        .where(column(ROW, "tenant_id", UUID.class).eq(Tenancy.id()))
                : sql.select(columns)
                        .from(rows)
                        .join(table(name("records", "link")).as(LINK))
                        .on(column(LINK, "tenant_id", UUID.class)
                                .eq(column(ROW, "tenant_id", UUID.class))
                                .and(column(LINK, "from_id", UUID.class).eq(column(ROW, "id", UUID.class))))
                        .where(column(ROW, "tenant_id", UUID.class).eq(Tenancy.id()))
                        .and(column(LINK, "tenant_id", UUID.class).eq(Tenancy.id()))
                        .and(column(LINK, "relation", String.class)
                                .eq(first.over().name() + "." + first.link().name()));
        select.and(owner.eq(DSL.any(owners.toArray(UUID[]::new))))
                .and(DSL.field(name(ROW, "deleted_at")).isNull())
                .groupBy(owner)
                .forEach(row -> figures.put(row.get(0, UUID.class), read(alike, row)));
        return figures;
    }

    private static Field<UUID> owner(RollUp rollUp) {
        return rollUp.link().storage() instanceof Storage.Column c
                ? column(ROW, c.column(), UUID.class)
                : column(LINK, "to_id", UUID.class);
    }

    private static <T> Field<T> column(String alias, String column, Class<T> as) {
        return DSL.field(name(alias, column), as);
    }

    private Field<?> aggregate(RollUp rollUp) {
        var where = where(rollUp);
        if (rollUp.measured() == null) {
            return DSL.count().filterWhere(where).cast(SQLDataType.NUMERIC);
        }
        var value = value(rollUp.measured());
        return switch (rollUp.figure()) {
            case COUNT -> DSL.count().filterWhere(where).cast(SQLDataType.NUMERIC);
            case SUM -> DSL.sum(value.coerce(SQLDataType.NUMERIC)).filterWhere(where);
            case MIN -> DSL.min(value).filterWhere(where);
            case MAX -> DSL.max(value).filterWhere(where);
            case LATEST ->
                DSL.field(
                        "(array_agg({0} ORDER BY {1} DESC, {2} DESC) FILTER (WHERE {3}))[1]",
                        value.getDataType(),
                        value,
                        DSL.field(name(ROW, "created_at")),
                        DSL.field(name(ROW, "id")),
                        where.and(value.isNotNull()));
        };
    }

    /** The one currency of what is figured; empty text when there are several, null when there is none. */
    private Field<String> currencies(RollUp rollUp) {
        if (rollUp.measured() == null || rollUp.measured().type() != FieldType.MONEY) {
            return DSL.inline((String) null, SQLDataType.CLOB);
        }
        var currency = DSL.field("({0} ->> 'currency')", SQLDataType.CLOB, json(rollUp.measured()));
        var where = where(rollUp);
        if (rollUp.figure() == Derivation.Figure.LATEST) {
            return DSL.field(
                    "(array_agg({0} ORDER BY {1} DESC, {2} DESC) FILTER (WHERE {3}))[1]",
                    SQLDataType.CLOB,
                    currency,
                    DSL.field(name(ROW, "created_at")),
                    DSL.field(name(ROW, "id")),
                    where.and(currency.isNotNull()));
        }
        var least = DSL.min(currency).filterWhere(where);
        return DSL.when(least.eq(DSL.max(currency).filterWhere(where)), least).when(least.isNotNull(), DSL.inline(""));
    }

    private Condition where(RollUp rollUp) {
        return DSL.and(DSL.trueCondition(), criteria.condition(rollUp.over(), ROW, rollUp.where()));
    }

    private static Field<JSONB> json(relais.records.types.Field measured) {
        return switch (measured.storage()) {
            case Storage.Column c -> column(ROW, c.column(), JSONB.class);
            case Storage.Custom c ->
                DSL.field("({0} -> {1})", SQLDataType.JSONB, DSL.field(name(ROW, "custom")), DSL.inline(c.member()));
            case Storage.Children c -> throw new IllegalArgumentException(measured.name());
            case Storage.Labels l -> throw new IllegalArgumentException(measured.name());
        };
    }

    private static Field<?> value(relais.records.types.Field measured) {
        if (measured.type() == FieldType.MONEY) {
            return DSL.field("({0} ->> 'amount')::numeric", SQLDataType.NUMERIC, json(measured));
        }
        if (measured.storage() instanceof Storage.Column c) {
            return switch (measured.type()) {
                case NUMBER, PERCENT, DURATION, RATING -> column(ROW, c.column(), BigDecimal.class);
                case DATE -> DSL.field("({0})::text", SQLDataType.CLOB, DSL.field(name(ROW, c.column())));
                case INSTANT -> column(ROW, c.column(), OffsetDateTime.class);
                default -> DSL.field("({0})::text", SQLDataType.CLOB, DSL.field(name(ROW, c.column())));
            };
        }
        var text = DSL.field(
                "({0} ->> {1})",
                SQLDataType.CLOB,
                DSL.field(name(ROW, "custom")),
                DSL.inline(((Storage.Custom) measured.storage()).member()));
        return switch (measured.type()) {
            case NUMBER, PERCENT, DURATION, RATING -> DSL.field("({0})::numeric", SQLDataType.NUMERIC, text);
            case INSTANT -> DSL.field("({0})::timestamptz", SQLDataType.TIMESTAMPWITHTIMEZONE, text);
            default -> text;
        };
    }

    private static List<JsonNode> read(List<RollUp> alike, Record row) {
        var figures = new ArrayList<JsonNode>();
        for (int i = 0; i < alike.size(); i++) {
            figures.add(figure(alike.get(i), row.get(1 + 2 * i), row.get(2 + 2 * i, String.class)));
        }
        return figures;
    }

    private static JsonNode figure(RollUp rollUp, @Nullable Object value, @Nullable String currency) {
        var type = rollUp.field().type();
        return switch (value) {
            case null -> Values.none();
            case BigDecimal number when type == FieldType.MONEY -> money(number, currency);
            case BigDecimal number -> Values.number(number);
            case OffsetDateTime at -> Values.text(at.toInstant().toString());
            case String text when type == FieldType.BOOLEAN -> Values.bool(Boolean.parseBoolean(text));
            default -> Values.text(value.toString());
        };
    }

    /** Amounts in several currencies have no sum. */
    private static JsonNode money(BigDecimal amount, @Nullable String currency) {
        if (currency == null || currency.isEmpty()) {
            return Values.none();
        }
        var money = Values.object();
        money.put("amount", amount.toPlainString());
        money.put("currency", currency);
        return money;
    }
}
