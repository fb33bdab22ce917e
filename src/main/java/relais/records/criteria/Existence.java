package relais.records.criteria;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Emails;
import relais.platform.text.Fold;
import relais.platform.text.Phones;
import relais.records.types.ContactPoints;
import relais.records.types.Storage;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;

/** Conditions on what lies in other rows or arrays of a record: contact points, tags, several choices. */
final class Existence {
    private Existence() {}

    static Condition child(String alias, Storage.Children children, Operator operator, List<JsonNode> values) {
        var key = DSL.field(name("p", "key"), SQLDataType.CLOB);
        var any = switch (operator) {
            case IS -> key.in(values.stream().map(v -> key(children.kind(), v)).toList());
            case STARTS ->
                key.ge(key(children.kind(), values.getFirst()))
                        .and(key.lt(Fold.prefixEnd(key(children.kind(), values.getFirst()))));
            case CONTAINS ->
                DSL.position(key, contained(children.kind(), values.getFirst())).gt(0);
            case IS_NOT,
                    AT_LEAST,
                    AT_MOST,
                    BETWEEN,
                    BEFORE,
                    AFTER,
                    LAST_DAYS,
                    NEXT_DAYS,
                    NOT_LAST_DAYS,
                    HAS_ANY,
                    HAS_ALL,
                    HAS_NONE,
                    EMPTY,
                    FILLED -> DSL.noCondition();
        };
        var exists = DSL.exists(DSL.selectOne()
                .from(of(children.table()).as("p"))
                .where(tenant("p"))
                .and(DSL.field(name("p", children.owner()), SQLDataType.UUID).eq(id(alias)))
                .and(DSL.field(name("p", "kind"), SQLDataType.CLOB).eq(children.kind()))
                .and(any));
        return operator == Operator.EMPTY ? DSL.not(exists) : exists;
    }

    private static String key(String kind, JsonNode value) {
        var text = value.asString("");
        return switch (kind) {
            case ContactPoints.EMAIL -> Emails.parse(text).orElse(text).toLowerCase(Locale.ROOT);
            case ContactPoints.PHONE ->
                Phones.parse(text, Phones.DEFAULT_REGION).orElse(text);
            default -> Fold.key(text);
        };
    }

    private static String contained(String kind, JsonNode value) {
        var text = value.asString("").strip();
        return switch (kind) {
            case ContactPoints.EMAIL -> text.toLowerCase(Locale.ROOT);
            case ContactPoints.PHONE -> text.replaceAll("[^0-9]", "").replaceFirst("^0", "");
            default -> Fold.key(text);
        };
    }

    static Condition tags(String alias, Storage.Labels labels, Operator operator, List<JsonNode> values) {
        var keys = values.stream().map(v -> Fold.key(v.asString(""))).distinct().toList();
        return several(
                operator,
                tagged(alias, labels, keys),
                DSL.and(keys.stream()
                        .map(k -> tagged(alias, labels, List.of(k)))
                        .toList()),
                tagged(alias, labels, List.of()));
    }

    /** What several values at once are asked for, by what each question comes to. */
    private static Condition several(Operator operator, Condition any, Condition all, Condition filled) {
        return switch (operator) {
            case HAS_ANY -> any;
            case HAS_ALL -> all;
            case HAS_NONE -> DSL.not(any);
            case EMPTY -> DSL.not(filled);
            case FILLED -> filled;
            case IS,
                    IS_NOT,
                    STARTS,
                    CONTAINS,
                    AT_LEAST,
                    AT_MOST,
                    BETWEEN,
                    BEFORE,
                    AFTER,
                    LAST_DAYS,
                    NEXT_DAYS,
                    NOT_LAST_DAYS -> DSL.noCondition();
        };
    }

    private static Condition tagged(String alias, Storage.Labels labels, List<String> keys) {
        var wanted = keys.isEmpty()
                ? DSL.noCondition()
                : DSL.field(name("g", "tag_id"), SQLDataType.UUID)
                        .in(DSL.select(DSL.field(name("t", "id"), SQLDataType.UUID))
                                .from(of(labels.tagTable()).as("t"))
                                .where(tenant("t"))
                                .and(DSL.field(name("t", "key"), SQLDataType.CLOB)
                                        .in(keys)));
        return DSL.exists(DSL.selectOne()
                .from(of(labels.taggingTable()).as("g"))
                .where(tenant("g"))
                .and(DSL.field(name("g", labels.owner()), SQLDataType.UUID).eq(id(alias)))
                .and(wanted));
    }

    static Condition members(Field<JSONB> array, Operator operator, List<JsonNode> values) {
        var each = values.stream()
                .map(v -> DSL.condition(
                        "{0} @> {1}", array, DSL.val(JSONB.valueOf("[" + Values.json(v) + "]"))))
                .toList();
        var filled = array.isNotNull();
        return several(operator, filled.and(DSL.or(each)), filled.and(DSL.and(each)), filled);
    }

    private static Table<?> of(String qualified) {
        var parts = qualified.split("\\.");
        return table(name(parts[0], parts[1]));
    }

    private static Condition tenant(String alias) {
        return DSL.field(name(alias, "tenant_id"), SQLDataType.UUID).eq(Tenancy.id());
    }

    private static Field<UUID> id(String alias) {
        return DSL.field(name(alias, "id"), SQLDataType.UUID);
    }
}
