package relais.records.trash;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Fold;
import relais.records.changes.OperationLog;
import relais.records.store.Hanging;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Storage;
import relais.records.types.TypeSql;
import relais.records.types.Visibility;

/** Reads what lies in the trash, the latest first. */
@Repository
class TrashRows {
    private final DSLContext sql;
    private final ObjectTypes types;
    private final Visibility visibility;
    private final Hanging hanging;

    TrashRows(DSLContext sql, ObjectTypes types, Visibility visibility, Hanging hanging) {
        this.sql = sql;
        this.types = types;
        this.visibility = visibility;
        this.hanging = hanging;
    }

    /** A place in the trash. */
    record Place(Instant at, UUID id) {}

    /** Who deleted something, by which operation. */
    record Deletion(String by, UUID operation) {}

    /** Those behind a place that the actor may see; what went along with a record that lies here too is told with it. */
    Map<UUID, Instant> page(ObjectType type, String text, @Nullable Place behind, int limit) {
        var condition = DSL.condition("x.tenant_id = ? AND x.deleted_at IS NOT NULL", Tenancy.id())
                .and(TypeSql.only(type, "x"))
                .and(visibility.rows(type, "x"))
                .and(alone(type))
                .and(unmerged())
                .and(named(type, text));
        if (behind != null) {
            condition = condition.and(DSL.condition(
                    "(x.deleted_at, x.id) < (CAST(? AS timestamptz), ?)", OperationLog.at(behind.at()), behind.id()));
        }
        return fetch(
                "SELECT x.id, x.deleted_at FROM " + type.table() + " x WHERE {0}"
                        + " ORDER BY x.deleted_at DESC, x.id DESC LIMIT {1}",
                condition,
                limit);
    }

    /** The first of those that went before this moment, whoever looks. */
    Map<UUID, Instant> before(ObjectType type, Instant moment, int limit) {
        return fetch(
                "SELECT x.id, x.deleted_at FROM " + type.table() + " x WHERE {0} ORDER BY x.deleted_at, x.id LIMIT {1}",
                DSL.condition(
                                "x.tenant_id = ? AND x.deleted_at < CAST(? AS timestamptz)",
                                Tenancy.id(),
                                OperationLog.at(moment))
                        .and(TypeSql.only(type, "x"))
                        .and(unmerged()),
                limit);
    }

    private Map<UUID, Instant> fetch(String query, Condition condition, int limit) {
        var found = new LinkedHashMap<UUID, Instant>();
        sql.resultQuery(query, condition, DSL.inline(limit))
                .forEach(r -> found.put(
                        r.get(0, UUID.class), r.get(1, OffsetDateTime.class).toInstant()));
        return found;
    }

    /** What went into another record comes back by a separation, and is kept for it whatever the term. */
    private static Condition unmerged() {
        return DSL.condition(
                "NOT EXISTS (SELECT 1 FROM records.verdict m WHERE m.tenant_id = ? AND m.first_id = x.id AND m.kind ="
                        + " 'merged' AND m.deleted_at IS NULL)",
                Tenancy.id());
    }

    /** Nothing that it hangs on lies in the trash. */
    private Condition alone(ObjectType type) {
        return DSL.and(hanging.holds(type).stream()
                .map(f -> DSL.not(held(type, f)))
                .toList());
    }

    /** What this field of x links to lies in the trash. */
    private Condition held(ObjectType type, Field field) {
        var parent = types.of(Objects.requireNonNull(field.target())).table();
        return field.storage() instanceof Storage.Column column
                ? DSL.condition(
                        "EXISTS (SELECT 1 FROM " + parent + " p WHERE p.tenant_id = ? AND p.id = x." + column.column()
                                + " AND p.deleted_at IS NOT NULL)",
                        Tenancy.id())
                : DSL.condition(
                        "EXISTS (SELECT 1 FROM records.link l JOIN " + parent + " p ON p.tenant_id = l.tenant_id"
                                + " AND p.id = l.to_id WHERE l.tenant_id = ? AND p.tenant_id = ? AND l.relation = ?"
                                + " AND l.from_id = x.id AND p.deleted_at IS NOT NULL)",
                        Tenancy.id(),
                        Tenancy.id(),
                        type.name() + "." + field.name());
    }

    private static Condition named(ObjectType type, String text) {
        if (text.isBlank()) {
            return DSL.noCondition();
        }
        return DSL.or(type.titles().stream()
                .flatMap(t -> type.field(t).stream())
                .filter(f -> f.storage() instanceof Storage.Column)
                .map(f -> (Storage.Column) f.storage())
                .map(c -> c.key() == null
                        ? DSL.condition("strpos(lower(x." + c.column() + "), lower(?)) > 0", text.strip())
                        : DSL.condition("strpos(x." + c.key() + ", ?) > 0", Fold.key(text)))
                .toList());
    }

    /** Who deleted each of these, told by the log. */
    Map<UUID, Deletion> deletions(Map<UUID, Instant> deleted) {
        var deletions = new HashMap<UUID, Deletion>();
        sql.resultQuery(
                        "SELECT d.id, o.actor_name, o.id FROM unnest(CAST(? AS uuid[]), CAST(? AS timestamptz[]))"
                                + " AS d (id, at) JOIN records.change h ON h.tenant_id = ? AND h.record_id = d.id"
                                + " AND h.at = d.at JOIN records.operation o ON o.tenant_id = h.tenant_id"
                                + " AND o.id = h.operation_id WHERE o.tenant_id = ?",
                        deleted.keySet().toArray(UUID[]::new),
                        deleted.values().stream().map(Instant::toString).toArray(String[]::new),
                        Tenancy.id(),
                        Tenancy.id())
                .forEach(r -> deletions.put(
                        r.get(0, UUID.class), new Deletion(r.get(1, String.class), r.get(2, UUID.class))));
        return deletions;
    }

    /** How many records of each object went in the same moment as each of these and hang on it. */
    Map<UUID, Map<String, Integer>> along(ObjectType type, Map<UUID, Instant> deleted) {
        var along = new HashMap<UUID, Map<String, Integer>>();
        for (var way : hanging.ways(type)) {
            if (way.hangs()) {
                count(along, way, hanging.on(way, deleted.keySet()), deleted);
            }
        }
        return along;
    }

    private static void count(
            Map<UUID, Map<String, Integer>> along,
            Hanging.Way way,
            Collection<Hanging.Hung> hung,
            Map<UUID, Instant> deleted) {
        for (var each : new ArrayList<>(hung)) {
            if (Objects.equals(each.deletedAt(), deleted.get(each.on()))) {
                along.computeIfAbsent(each.on(), i -> new LinkedHashMap<>())
                        .merge(way.from().name(), 1, Integer::sum);
            }
        }
    }

    /** Those of these records that hang on something that lies in the trash. */
    List<UUID> held(ObjectType type, Collection<UUID> ids) {
        var held = new ArrayList<>(sql.resultQuery(
                        "SELECT m.first_id FROM records.verdict m WHERE m.tenant_id = ? AND m.first_id = ANY(?) AND"
                                + " m.kind = 'merged' AND m.deleted_at IS NULL",
                        Tenancy.id(),
                        ids.toArray(UUID[]::new))
                .fetch(0, UUID.class));
        if (hanging.holds(type).isEmpty()) {
            return held;
        }
        var any = DSL.or(hanging.holds(type).stream().map(f -> held(type, f)).toList());
        held.addAll(sql.resultQuery(
                        "SELECT x.id FROM " + type.table() + " x WHERE {0} AND {1}",
                        DSL.condition("x.tenant_id = ? AND x.id = ANY(?)", Tenancy.id(), ids.toArray(UUID[]::new)),
                        any)
                .fetch(0, UUID.class));
        return held;
    }
}
