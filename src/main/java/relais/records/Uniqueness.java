package relais.records;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;
import relais.records.store.Columns;
import relais.records.store.RecordTable;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.Problem;
import relais.records.types.Snapshot;
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

    private Map<String, UUID> holders(ObjectType type, Field field, Map<String, Plan> wanted) {
        var parts = type.table().split("\\.");
        var key = Objects.requireNonNull(Columns.key(RecordTable.ALIAS, field)).coerce(String.class);
        var id = DSL.field(name(RecordTable.ALIAS, "id"), SQLDataType.UUID);
        var holders = new HashMap<String, UUID>();
        sql.select(key, id)
                .from(table(name(parts[0], parts[1])).as(RecordTable.ALIAS))
                .where(DSL.field(name(RecordTable.ALIAS, "tenant_id"), SQLDataType.UUID)
                        .eq(Tenancy.id()))
                .and(key.eq(any(wanted.keySet().toArray(String[]::new))))
                .and(key.isNotNull()) // PostgreSQL does not see by itself that the partial index will do
                .and(DSL.field(name(RecordTable.ALIAS, "deleted_at")).isNull())
                .fetch()
                .forEach(r -> holders.put(r.value1(), r.value2()));
        return holders;
    }
}
