package relais.records;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;
import relais.records.store.Columns;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.Problem;
import relais.records.types.Snapshot;
import relais.records.types.Storage;
import relais.records.types.Visibility;

/** Tells who holds a unique value already, before the index would refuse it without saying so. */
@Component
class Uniqueness {
    private final DSLContext sql;
    private final Visibility visibility;

    Uniqueness(DSLContext sql, Visibility visibility) {
        this.sql = sql;
        this.visibility = visibility;
    }

    void check(ObjectType type, List<Plan> plans) {
        type.fields().stream().filter(f -> f.has(Field.Trait.UNIQUE)).forEach(f -> check(type, f, plans));
    }

    private void check(ObjectType type, Field field, List<Plan> plans) {
        var wanted = new HashMap<String, Plan>();
        for (var plan : plans) {
            if (plan.alive()
                    && !plan.needAfter().deleted()
                    && (plan.changes(field.name()) || plan.changes(Snapshot.DELETED))) {
                var key = (String) Columns.key(field, plan.needAfter().value(field.name()));
                if (key != null && wanted.putIfAbsent(key, plan) != null) {
                    plan.reject(taken(field, plan, ""));
                }
            }
        }
        if (!wanted.isEmpty()) {
            var holders = holders(type, field, wanted);
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
    private Map<String, UUID> holders(ObjectType type, Field field, Map<String, Plan> wanted) {
        var key = ((Storage.Column) field.storage()).key();
        var holders = new HashMap<String, UUID>();
        sql.resultQuery(
                        "SELECT k.key, (SELECT r.id FROM " + type.table() + " r WHERE r.tenant_id = ? AND r." + key
                                + " = k.key AND r.deleted_at IS NULL) FROM unnest(CAST(? AS text[])) AS k (key)",
                        Tenancy.id(),
                        wanted.keySet().toArray(String[]::new))
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
