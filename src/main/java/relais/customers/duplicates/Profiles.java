package relais.customers.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.platform.database.Reading;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Reads what customers are compared by, whoever may see them: the search goes through the whole stock. */
@Component
class Profiles {
    private static final Map<String, String> LISTS =
            Map.of("email", "emails", "phone", "phones", "address", "addresses");

    private final DSLContext sql;

    Profiles(DSLContext sql) {
        this.sql = sql;
    }

    /** The ids of customers behind this one, in their order. */
    List<UUID> behind(@Nullable UUID id, int limit) {
        return sql.resultQuery(
                        "SELECT c.id FROM customers.customer c WHERE c.tenant_id = ? AND c.id > CAST(? AS uuid) AND"
                                + " c.deleted_at IS NULL ORDER BY c.id LIMIT ?",
                        Tenancy.id(),
                        id == null ? new UUID(0, 0) : id,
                        limit)
                .fetch(0, UUID.class);
    }

    /** The profiles of these customers, without those in the trash. */
    Map<UUID, Profile> of(Collection<UUID> ids, Collection<String> identifying) {
        var states = new HashMap<UUID, ObjectNode>();
        boolean own = identifying.stream().anyMatch(f -> f.startsWith("custom."));
        Reading.each(
                sql,
                "SELECT c.id, c.kind, c.name, c.given_name, c.family_name, c.birth_date, c.reference, "
                        + (own ? "c.custom" : "NULL")
                        + " FROM customers.customer c WHERE c.tenant_id = ? AND c.id = ANY(?) AND c.deleted_at IS NULL",
                List.of(Tenancy.id(), Reading.any(ids)),
                row -> states.put(row.getObject(1, UUID.class), state(row)));
        Reading.each(
                sql,
                "SELECT p.customer_id, p.kind, p.value FROM customers.contact_point p WHERE p.tenant_id = ? AND"
                        + " p.customer_id = ANY(?)",
                List.of(Tenancy.id(), Reading.any(ids)),
                row -> {
                    var state = states.get(row.getObject(1, UUID.class));
                    var list = LISTS.get(row.getString(2));
                    if (state != null && list != null) {
                        state.withArray(list).add(Values.parse(row.getString(3)));
                    }
                });
        var profiles = new HashMap<UUID, Profile>();
        states.forEach((id, state) -> profiles.put(id, Profile.of(state, identifying)));
        return profiles;
    }

    private static ObjectNode state(ResultSet row) throws SQLException {
        var state = Values.object();
        put(state, "kind", row.getString(2));
        put(state, "name", row.getString(3));
        put(state, "givenName", row.getString(4));
        put(state, "familyName", row.getString(5));
        put(state, "birthDate", row.getString(6));
        put(state, "reference", row.getString(7));
        var custom = row.getString(8);
        if (custom != null) {
            Values.parse(custom).properties().forEach(e -> state.set("custom." + e.getKey(), e.getValue()));
        }
        return state;
    }

    private static void put(ObjectNode state, String member, @Nullable String value) {
        if (value != null) {
            state.put(member, value);
        }
    }
}
