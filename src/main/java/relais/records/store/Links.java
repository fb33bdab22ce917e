package relais.records.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;

/** Custom links as rows that can be found from both ends. */
public final class Links {
    private final List<Object[]> removed = new ArrayList<>();
    private final List<Object[]> added = new ArrayList<>();

    /** The name under which a custom link field's rows stand. */
    public static String relation(ObjectType type, Field field) {
        return type.name() + "." + field.name();
    }

    /** Notes what must be written to make the former links of one record the present ones. */
    public void replace(ObjectType type, Field field, UUID from, JsonNode former, JsonNode now) {
        var before = ends(former);
        var after = ends(now);
        before.stream().filter(e -> !after.contains(e)).forEach(e -> removed.add(row(type, field, from, e)));
        after.stream().filter(e -> !before.contains(e)).forEach(e -> added.add(row(type, field, from, e)));
    }

    /** The records that a link or several lead to. */
    private static Set<JsonNode> ends(JsonNode value) {
        if (Values.empty(value)) {
            return Set.of();
        }
        return value.isArray() ? new LinkedHashSet<>(value.valueStream().toList()) : Set.of(value);
    }

    private static Object[] row(ObjectType type, Field field, UUID from, JsonNode to) {
        return new Object[] {Tenancy.id(), relation(type, field), from, UUID.fromString(to.asString())};
    }

    /** Writes what was noted. */
    public void execute(DSLContext sql) {
        if (!removed.isEmpty()) {
            sql.batch("DELETE FROM records.link WHERE tenant_id = ? AND relation = ? AND from_id = ? AND to_id = ?")
                    .bind(removed.toArray(Object[][]::new))
                    .execute();
        }
        if (!added.isEmpty()) {
            sql.batch("INSERT INTO records.link (tenant_id, relation, from_id, to_id) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING")
                    .bind(added.toArray(Object[][]::new))
                    .execute();
        }
    }
}
