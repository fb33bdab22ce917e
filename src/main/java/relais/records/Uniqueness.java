package relais.records;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;
import relais.records.store.Columns;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.Problem;
import relais.records.types.Snapshot;
import relais.records.types.Storage;
import relais.records.types.Visibility;
import tools.jackson.databind.JsonNode;

/** Tells who holds a unique value already, before the index would refuse it without saying so. */
@Component
class Uniqueness {
    private final DSLContext sql;
    private final Visibility visibility;
    private final SingleValues single;

    Uniqueness(DSLContext sql, Visibility visibility, SingleValues single) {
        this.sql = sql;
        this.visibility = visibility;
        this.single = single;
    }

    void check(ObjectType type, List<Plan> plans) {
        type.fields().stream()
                .filter(f -> f.has(Field.Trait.UNIQUE))
                .forEach(f -> check(type, f, plans, v -> (String) Columns.key(f, v), k -> holders(type, f, k)));
        SingleValues.of(type)
                .forEach(f -> check(type, f, plans, v -> SingleValues.key(f, v), k -> single.holders(type, f, k)));
    }

    private void check(
            ObjectType type,
            Field field,
            List<Plan> plans,
            Function<JsonNode, @Nullable String> keys,
            Function<Set<String>, Map<String, UUID>> held) {
        var wanted = new HashMap<String, Plan>();
        for (var plan : plans) {
            if (plan.alive()
                    && !plan.needAfter().deleted()
                    && (plan.changes(field.name()) || plan.changes(Snapshot.DELETED))) {
                var key = keys.apply(plan.needAfter().value(field.name()));
                if (key != null && wanted.putIfAbsent(key, plan) != null) {
                    plan.reject(taken(field, plan, ""));
                }
            }
        }
        if (!wanted.isEmpty()) {
            var holders = held.apply(wanted.keySet());
            var seen = visibility.among(type, holders.values());
            holders.forEach((key, holder) -> {
                var plan = Objects.requireNonNull(wanted.get(key));
                if (!holder.equals(plan.id())) {
                    plan.reject(seen.contains(holder) ? taken(field, plan, holder.toString()) : unseen(field, plan));
                }
            });
        }
    }

    private static Problem taken(Field field, Plan plan, String holder) {
        return Problem.of(
                field.name(),
                "unique.taken",
                plan.needAfter().value(field.name()).asString(""),
                holder);
    }

    /** Whose it is stays untold. */
    private static Problem unseen(Field field, Plan plan) {
        return Problem.of(
                field.name(),
                "unique.unseen",
                plan.needAfter().value(field.name()).asString(""));
    }

    /** Key by key in the index: before a table has statistics, the planner would go through all of it for a list of keys. */
    private Map<String, UUID> holders(ObjectType type, Field field, Set<String> wanted) {
        var key = ((Storage.Column) field.storage()).key();
        var holders = new HashMap<String, UUID>();
        sql.resultQuery(
                        "SELECT k.key, (SELECT r.id FROM " + type.table() + " r WHERE r.tenant_id = ? AND r." + key
                                + " = k.key AND r.deleted_at IS NULL" + type.only("r")
                                + ") FROM unnest(CAST(? AS text[])) AS k (key)",
                        Tenancy.id(),
                        wanted.toArray(String[]::new))
                .fetch()
                .forEach(r -> {
                    var holder = r.get(1, UUID.class);
                    if (holder != null) {
                        holders.put(r.get(0, String.class), holder);
                    }
                });
        return holders;
    }
}
