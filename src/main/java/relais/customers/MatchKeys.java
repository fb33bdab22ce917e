package relais.customers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import relais.platform.database.Rows;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Fold;
import relais.records.changes.Change;
import relais.records.changes.RecordsWritten;
import relais.records.types.ContactPoints;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the keys by which a customer is recognised, in the transaction of each write. */
@Component
class MatchKeys {
    private static final List<String> SOURCES =
            List.of("emails", "phones", "addresses", "reference", "name", "aliases", Snapshot.DELETED);

    private final DSLContext sql;

    MatchKeys(DSLContext sql) {
        this.sql = sql;
    }

    @EventListener
    void customersWritten(RecordsWritten written) {
        if (!written.type().name().equals(CustomerDescription.NAME)) {
            return;
        }
        var gone = new ArrayList<UUID>();
        var less = new ArrayList<Key>();
        var more = new ArrayList<Key>();
        var first = new ArrayList<Key>();
        written.items().parallelStream().map(MatchKeys::held).toList().forEach(held -> {
            var id = held.item().change().record();
            if (held.item().state() == null) {
                gone.add(id);
            }
            held.former().stream().filter(k -> !held.now().contains(k)).forEach(k -> less.add(new Key(k, id)));
            var added = held.item().change().creates() ? first : more;
            held.now().stream().filter(k -> !held.former().contains(k)).forEach(k -> added.add(new Key(k, id)));
        });
        forget(gone);
        delete(less);
        insert(more, rows().unlessThere());
        insert(first, rows()); // of a customer that begins with this write nobody else can have written one
    }

    /** One customer's keys as they were and are; both empty when nothing about them changed. */
    private record Held(RecordsWritten.Item item, Set<String> former, Set<String> now) {}

    private static Held held(RecordsWritten.Item item) {
        var state = item.state();
        return state == null || !touched(item.change())
                ? new Held(item, Set.of(), Set.of())
                : new Held(item, of(item.former()), of(state));
    }

    private record Key(String text, UUID customer) {}

    private static boolean touched(Change change) {
        return change.before() == null || SOURCES.stream().anyMatch(change.before()::has);
    }

    /** A customer in the trash has no keys. */
    private static Set<String> of(ObjectNode state) {
        return state.isEmpty() || state.has(Snapshot.DELETED) ? Set.of() : keys(state);
    }

    private void forget(List<UUID> customers) {
        if (!customers.isEmpty()) {
            sql.query(
                            "DELETE FROM customers.match_key WHERE tenant_id = ? AND customer_id = ANY(?)",
                            Tenancy.id(),
                            customers.toArray(UUID[]::new))
                    .execute();
        }
    }

    private void delete(List<Key> keys) {
        if (!keys.isEmpty()) {
            sql.query(
                            "DELETE FROM customers.match_key m USING unnest(CAST(? AS text[]), CAST(? AS uuid[])) AS x (key,"
                                    + " customer_id) WHERE m.tenant_id = ? AND m.key = x.key AND m.customer_id = x.customer_id",
                            keys.stream().map(Key::text).toArray(String[]::new),
                            keys.stream().map(Key::customer).toArray(UUID[]::new),
                            Tenancy.id())
                    .execute();
        }
    }

    private static Rows rows() {
        return new Rows("customers.match_key", "key", "customer_id");
    }

    /** In the order of the index, so that neighbours are written together. */
    private void insert(List<Key> keys, Rows rows) {
        keys.stream().sorted(Comparator.comparing(Key::text)).forEach(k -> rows.add(k.text(), k.customer()));
        rows.insert(sql);
    }

    /** The keys of a customer with these values. */
    static Set<String> keys(ObjectNode state) {
        var keys = new LinkedHashSet<String>();
        state.path("emails").forEach(e -> keys.add("e:" + ContactPoints.key(ContactPoints.EMAIL, e)));
        state.path("phones").forEach(p -> keys.add("p:" + ContactPoints.key(ContactPoints.PHONE, p)));
        if (!Values.empty(state.get("reference"))) {
            keys.add("r:" + Fold.key(state.path("reference").asString("")));
        }
        name(state.path("name").asString(""), state, keys);
        state.path("aliases")
                .asString("")
                .lines()
                .filter(line -> !Fold.key(line).isEmpty())
                .forEach(line -> {
                    keys.add("r:" + Fold.key(line)); // a file from outside may still know it by its former reference
                    name(line, state, keys);
                });
        return keys.stream()
                .map(k -> k.length() > 500 ? k.substring(0, 500) : k)
                .collect(Collectors.toSet());
    }

    private static void name(String written, ObjectNode state, Set<String> keys) {
        var name = sorted(words(written));
        if (!name.isEmpty()) {
            keys.add("n:" + name);
            state.path("addresses").forEach(a -> namePostcode(name, a, keys));
        }
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
