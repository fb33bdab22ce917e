package relais.customers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Fold;
import relais.records.changes.RecordsWritten;
import relais.records.types.ContactPoints;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the keys by which a customer is recognised, in the transaction of each write. */
@Component
class MatchKeys {
    private final DSLContext sql;

    MatchKeys(DSLContext sql) {
        this.sql = sql;
    }

    @EventListener
    void customersWritten(RecordsWritten written) {
        if (!written.type().name().equals(CustomerDescription.NAME)) {
            return;
        }
        var changed = new ArrayList<UUID>();
        var rows = new ArrayList<Object[]>();
        for (var item : written.items()) {
            var state = item.state();
            if (state == null) {
                continue;
            }
            if (!item.change().creates()) {
                changed.add(item.change().record());
            }
            if (!state.has(Snapshot.DELETED)) {
                keys(state)
                        .forEach(k -> rows.add(
                                new Object[] {Tenancy.id(), k, item.change().record()}));
            }
        }
        replace(changed, rows);
    }

    private void replace(List<UUID> changed, List<Object[]> rows) {
        if (!changed.isEmpty()) {
            sql.query(
                            "DELETE FROM customers.match_key WHERE tenant_id = ? AND customer_id = ANY(?)",
                            Tenancy.id(),
                            changed.toArray(UUID[]::new))
                    .execute();
        }
        if (!rows.isEmpty()) {
            sql.batch("INSERT INTO customers.match_key (tenant_id, key, customer_id) VALUES (?, ?, ?)")
                    .bind(rows.toArray(Object[][]::new))
                    .execute();
        }
    }

    /** The keys of a customer with these values. */
    static Set<String> keys(ObjectNode state) {
        var keys = new LinkedHashSet<String>();
        state.path("emails").forEach(e -> keys.add("e:" + ContactPoints.key(ContactPoints.EMAIL, e)));
        state.path("phones").forEach(p -> keys.add("p:" + ContactPoints.key(ContactPoints.PHONE, p)));
        if (!Values.empty(state.get("reference"))) {
            keys.add("r:" + Fold.key(state.path("reference").asString("")));
        }
        var name = sorted(words(state.path("name").asString("")));
        if (!name.isEmpty()) {
            keys.add("n:" + name);
            state.path("addresses").forEach(a -> namePostcode(name, a, keys));
        }
        return keys.stream()
                .map(k -> k.length() > 500 ? k.substring(0, 500) : k)
                .collect(Collectors.toSet());
    }

    private static void namePostcode(String name, JsonNode address, Set<String> keys) {
        var postcode = Fold.key(address.path("postcode").asString(""));
        if (!postcode.isEmpty()) {
            keys.add(namePostcode(name, postcode));
        }
    }

    /** The key of a name, its words sorted, at a folded postcode. */
    static String namePostcode(String sorted, String postcode) {
        return "n:" + sorted + "|" + postcode;
    }

    /** The folded words of a name. */
    static List<String> words(String name) {
        return Arrays.stream(Fold.key(name).split(" "))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    /** The words in an order that does not depend on how somebody wrote them. */
    static String sorted(List<String> words) {
        return words.stream().sorted().collect(Collectors.joining(" "));
    }
}
