package relais.customers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Phones;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Customers who may be the one whose form is being filled in, each with the reason. */
@Component
class Twins {
    private static final int MANY = 5;

    private final DSLContext sql;

    Twins(DSLContext sql) {
        this.sql = sql;
    }

    /** A customer already known. */
    public record Twin(UUID id, String name, String kind, String reason) {}

    @Transactional(readOnly = true)
    List<Twin> of(ObjectNode typed) {
        var keys = MatchKeys.keys(normalised(typed)).stream().sorted().toArray(String[]::new);
        if (keys.length == 0 || !Actor.current().may(CustomerDescription.NAME, Action.READ)) {
            return List.of();
        }
        var found = new LinkedHashMap<UUID, Twin>();
        sql.resultQuery(
                        "SELECT c.id, coalesce(c.name, c.reference, ''), c.kind, m.key FROM customers.match_key m JOIN"
                                + " customers.customer c ON c.tenant_id = m.tenant_id AND c.id = m.customer_id WHERE"
                                + " m.tenant_id = ? AND c.tenant_id = ? AND m.key = ANY(?) AND c.deleted_at IS NULL"
                                + " ORDER BY m.key LIMIT ?",
                        Tenancy.id(),
                        Tenancy.id(),
                        keys,
                        MANY * 2)
                .fetch()
                .forEach(r -> found.putIfAbsent(
                        r.get(0, UUID.class),
                        new Twin(
                                r.get(0, UUID.class),
                                r.get(1, String.class),
                                r.get(2, String.class),
                                reason(r.get(3, String.class)))));
        return new ArrayList<>(found.values()).stream().limit(MANY).toList();
    }

    private static String reason(String key) {
        return Words.t("customer.twin." + key.charAt(0));
    }

    /** Half a number or address recognises nobody. */
    private static ObjectNode normalised(ObjectNode typed) {
        var values = typed.deepCopy();
        var given = values.path("givenName").asString("") + " "
                + values.path("familyName").asString("");
        if (!given.isBlank()) {
            values.put("name", given.strip());
        }
        var phones = values.putArray("phones");
        for (JsonNode phone : typed.path("phones")) {
            Phones.parse(phone.path("value").asString(""), Phones.DEFAULT_REGION)
                    .ifPresent(e164 -> phones.addObject().put("value", e164));
        }
        return values;
    }
}
