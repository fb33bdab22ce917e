package relais.customers.consent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;
import relais.records.changes.RecordsWritten;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;

/** Keeps with each customer what is agreed to now, in the transaction of each line of the ledger. */
@Component
class ConsentStates {
    private final DSLContext sql;

    ConsentStates(DSLContext sql) {
        this.sql = sql;
    }

    @EventListener
    void consentsWritten(RecordsWritten written) {
        if (!written.type().name().equals(ConsentDescription.NAME)) {
            return;
        }
        var touched = new HashSet<UUID>();
        for (var item : written.items()) {
            add(item.former().path("customer"), touched);
            if (item.state() != null) {
                add(item.state().path("customer"), touched);
            }
        }
        keep(touched);
    }

    private static void add(JsonNode customer, Set<UUID> touched) {
        if (!Values.empty(customer)) {
            touched.add(UUID.fromString(customer.asString()));
        }
    }

    private void keep(Set<UUID> customers) {
        if (customers.isEmpty()) {
            return;
        }
        var given = given(customers);
        var ids = new ArrayList<>(customers);
        var values = ids.stream()
                .map(c -> given.containsKey(c) ? json(Objects.requireNonNull(given.get(c))) : null)
                .toArray(String[]::new);
        sql.execute(
                "UPDATE customers.customer AS c SET consents = CAST(x.consents AS jsonb) FROM"
                        + " unnest(CAST(? AS uuid[]), CAST(? AS text[])) AS x (id, consents) WHERE c.tenant_id = ?"
                        + " AND c.id = x.id",
                ids.toArray(UUID[]::new),
                values,
                Tenancy.id());
    }

    private static String json(List<String> codes) {
        var array = Values.object().putArray("all");
        codes.forEach(array::add);
        return Values.json(array);
    }

    /** The latest word on each purpose and channel counts. */
    private Map<UUID, List<String>> given(Set<UUID> customers) {
        var latest = new HashMap<UUID, Map<String, Boolean>>();
        sql.resultQuery("""
                        SELECT s.customer_id, s.purpose, s.channel, s.state FROM customers.consent s
                        WHERE s.tenant_id = ? AND s.customer_id = ANY(?) AND s.deleted_at IS NULL
                        ORDER BY s.stated_at DESC, s.id DESC""", Tenancy.id(), customers.toArray(UUID[]::new))
                .fetch()
                .forEach(r -> latest.computeIfAbsent(r.get(0, UUID.class), c -> new HashMap<>())
                        .putIfAbsent(
                                r.get(1, String.class) + "." + r.get(2, String.class),
                                ConsentDescription.GIVEN.equals(r.get(3, String.class))));
        var given = new HashMap<UUID, List<String>>();
        latest.forEach((customer, states) -> {
            var codes =
                    order().stream().filter(c -> states.getOrDefault(c, false)).toList();
            if (!codes.isEmpty()) {
                given.put(customer, codes);
            }
        });
        return given;
    }

    private static Set<String> order() {
        var order = new LinkedHashSet<String>();
        Purpose.codes().forEach(p -> Channel.codes().forEach(c -> order.add(p + "." + c)));
        return order;
    }
}
