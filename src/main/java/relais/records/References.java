package relais.records;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Problem;
import relais.records.types.Values;
import relais.records.types.Visibility;

/**
 * Sees to it that links, users and sites in written values exist in this workspace. Linked records are held until the
 * write is committed, so that nobody removes them meanwhile: that takes the place of a foreign key's check of each row.
 */
@Component
class References {
    private final DSLContext sql;
    private final ObjectTypes types;
    private final Visibility visibility;

    References(DSLContext sql, ObjectTypes types, Visibility visibility) {
        this.sql = sql;
        this.types = types;
        this.visibility = visibility;
    }

    /**
     * Rejects plans whose references are unknown.
     *
     * @param hold whether linked records are held until the end of the transaction
     * @param restoring whether an undo writes: what a record linked to before may lie in the trash by now
     */
    void check(ObjectType type, List<Plan> plans, boolean hold, boolean restoring) {
        for (var field : type.fields()) {
            var table = table(field);
            if (table != null && field.writable()) {
                check(field, table, plans, new Look(hold, restoring));
            }
        }
    }

    /** How one check looks at what is linked to. */
    private record Look(boolean hold, boolean restoring) {}

    private @Nullable String table(Field field) {
        return switch (field.type()) {
            case USER -> "identity.api_user";
            case SITE -> "identity.api_site";
            case LINK, LINKS ->
                field.target() == null ? null : types.of(field.target()).table();
            case TEXT, LONG_TEXT, NUMBER, DATE, INSTANT, CHOICE, CHOICES, BOOLEAN, MONEY, TAGS, COLLECTION -> null;
            case FILE -> "records.file";
            case PERCENT, DURATION, RATING, URL, ADDRESS -> null;
        };
    }

    private void check(Field field, String table, List<Plan> plans, Look look) {
        Map<UUID, Set<Plan>> wanted = new HashMap<>();
        for (var plan : plans) {
            if (plan.alive()
                    && plan.changes(field.name())
                    && !Values.empty(plan.needAfter().value(field.name()))) {
                var value = plan.needAfter().value(field.name());
                for (var each : value.isArray() ? value.valueStream().toList() : List.of(value)) {
                    var id = UUID.fromString(each.isObject() ? each.path("id").asString() : each.asString());
                    if (id.equals(plan.id())) {
                        plan.reject(Problem.of(field.name(), "link.itself"));
                    } else {
                        wanted.computeIfAbsent(id, i -> new HashSet<>()).add(plan);
                    }
                }
            }
        }
        if (!wanted.isEmpty()) {
            known(field, table, wanted.keySet(), look).forEach(wanted::remove);
            wanted.values()
                    .forEach(all -> all.forEach(p -> p.reject(Problem.of(
                            field.name(), field.type() == FieldType.FILE ? "file.unknown" : "link.unknown"))));
        }
    }

    /** What lies beyond the actor's reach is as unknown as what does not exist. */
    private Collection<UUID> known(Field field, String table, Collection<UUID> ids, Look look) {
        var existing = existing(field, table, ids, look);
        return linking(field) && field.target() != null
                ? visibility.among(types.of(field.target()), existing)
                : existing;
    }

    private String only(Field field) {
        return field.target() == null ? "" : types.of(field.target()).only("x");
    }

    private static boolean linking(Field field) {
        return field.type() == FieldType.LINK || field.type() == FieldType.LINKS;
    }

    private List<UUID> existing(Field field, String table, Collection<UUID> ids, Look look) {
        boolean record = linking(field);
        return sql.resultQuery(
                        "SELECT x.id FROM " + table + " x WHERE x.tenant_id = ? AND x.id = ANY(?)"
                                + (record ? only(field) : "")
                                + (record && !look.restoring() ? " AND x.deleted_at IS NULL" : "")
                                + (record && look.hold() ? " ORDER BY x.id FOR KEY SHARE" : ""),
                        Tenancy.id(),
                        ids.toArray(UUID[]::new))
                .fetch(0, UUID.class);
    }
}
