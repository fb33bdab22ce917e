package relais.records.store;

import java.util.ArrayList;
import java.util.List;
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
    static String relation(ObjectType type, Field field) {
        return type.name() + "." + field.name();
    }

    /** Notes what must be written to make the former links of one record the present ones. */
    public void replace(ObjectType type, Field field, UUID from, JsonNode former, JsonNode now) {
        if (!Values.empty(former)) {
            removed.add(row(type, field, from, former));
        }
        if (!Values.empty(now)) {
            added.add(row(type, field, from, now));
        }
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
