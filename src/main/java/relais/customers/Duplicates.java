package relais.customers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.customers.Duplicate.Reason;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Emails;
import relais.platform.text.Phones;
import relais.records.Records;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The duplicate check: the form while one types, the form when it is sent and the API ask the same question. */
@Service
public class Duplicates {
    private static final int SHOWN = 5;
    private static final int TOO_MANY = 20;
    private static final Set<Reason> TELLING = EnumSet.of(Reason.REFERENCE, Reason.EMAIL, Reason.PHONE);

    private final DSLContext sql;
    private final Records records;
    private final LikeNames names;
    private final CustomerDescription description;

    Duplicates(DSLContext sql, Records records, LikeNames names, CustomerDescription description) {
        this.sql = sql;
        this.records = records;
        this.names = names;
        this.description = description;
    }

    /**
     * Customers who share a reference, an e-mail, a phone, or the name (or nearly the name)
     * at a postcode with these values, the likeliest first; a key that more than twenty share says nothing.
     * Those whom the actor may not see are one nameless line.
     *
     * @param values a customer's values by field name, as a form or the API gives them
     */
    @Transactional(readOnly = true)
    public List<Duplicate> of(ObjectNode values) {
        var keys = keys(values);
        var found = new HashMap<UUID, EnumSet<Reason>>();
        holders(keys.keySet())
                .forEach((key, ids) -> ids.forEach(id -> found.computeIfAbsent(id, i -> EnumSet.noneOf(Reason.class))
                        .add(keys.get(key))));
        var seen = records.find(CustomerDescription.NAME, found.keySet());
        var known = seen.values().stream()
                .filter(r -> !r.deleted())
                .map(r -> new Duplicate(
                        r.id(), r.title(), r.text("kind"), reasons(Objects.requireNonNull(found.get(r.id())))))
                .sorted(Comparator.comparing((Duplicate d) -> d.reasons().getFirst())
                        .thenComparing(d -> -d.reasons().size())
                        .thenComparing(Duplicate::name))
                .limit(SHOWN)
                .toList();
        found.keySet().removeAll(seen.keySet());
        return Stream.concat(unseen(found).stream(), known.stream()).toList();
    }

    /** Of customers out of reach only that there is one, and by what nobody else could have. */
    private Optional<Duplicate> unseen(Map<UUID, EnumSet<Reason>> found) {
        found.values().forEach(reasons -> reasons.retainAll(TELLING));
        found.values().removeIf(Collection::isEmpty);
        var reasons = EnumSet.noneOf(Reason.class);
        alive(found.keySet()).forEach(id -> reasons.addAll(Objects.requireNonNull(found.get(id))));
        return reasons.isEmpty() ? Optional.empty() : Optional.of(Duplicate.unseen(List.copyOf(reasons)));
    }

    private List<UUID> alive(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.resultQuery(
                                "SELECT c.id FROM customers.customer c WHERE c.tenant_id = ? AND c.id = ANY(?)"
                                        + " AND c.deleted_at IS NULL",
                                Tenancy.id(),
                                ids.toArray(UUID[]::new))
                        .fetch(0, UUID.class);
    }

    /** Whoever shares name and postcode need not be told that the name is the same. */
    private static List<Reason> reasons(EnumSet<Reason> all) {
        var said = EnumSet.copyOf(all);
        if (said.contains(Reason.NAME_POSTCODE)) {
            said.removeAll(EnumSet.of(Reason.LIKE_POSTCODE, Reason.NAME));
        }
        return List.copyOf(said);
    }

    private Map<String, Reason> keys(ObjectNode values) {
        var state = complete(values);
        var keys = new LinkedHashMap<String, Reason>();
        names.keys(state).forEach(k -> keys.put(k, Reason.LIKE_POSTCODE));
        MatchKeys.keys(state).forEach(k -> keys.put(k, reason(k)));
        return keys;
    }

    private static Reason reason(String key) {
        return switch (key.charAt(0)) {
            case 'r' -> Reason.REFERENCE;
            case 'e' -> Reason.EMAIL;
            case 'p' -> Reason.PHONE;
            default -> key.indexOf('|') < 0 ? Reason.NAME : Reason.NAME_POSTCODE;
        };
    }

    /** Half a number or address recognises nobody. */
    private ObjectNode complete(ObjectNode values) {
        var state = values.deepCopy();
        var phones = state.putArray("phones");
        for (JsonNode phone : values.path("phones")) {
            Phones.parse(phone.path("value").asString(""), Phones.DEFAULT_REGION)
                    .ifPresent(e164 -> phones.addObject().put("value", e164));
        }
        var emails = state.putArray("emails");
        for (JsonNode email : values.path("emails")) {
            Emails.parse(email.path("value").asString(""))
                    .ifPresent(e -> emails.addObject().put("value", e));
        }
        description.complete(state);
        return state;
    }

    /** One probe of the index per key, each stopped as soon as too many share it. */
    private Map<String, List<UUID>> holders(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var binds = new ArrayList<Object>();
        var parts = keys.stream()
                .map(key -> {
                    binds.addAll(List.of(Tenancy.id(), key, TOO_MANY + 1));
                    return "(SELECT m.key, m.customer_id FROM customers.match_key m WHERE m.tenant_id = ?"
                            + " AND m.key = ? LIMIT ?)";
                })
                .collect(Collectors.joining(" UNION ALL "));
        var holders = new HashMap<String, List<UUID>>();
        sql.resultQuery(parts, binds.toArray())
                .fetch()
                .forEach(r -> holders.computeIfAbsent(r.get(0, String.class), k -> new ArrayList<>())
                        .add(r.get(1, UUID.class)));
        holders.values().removeIf(ids -> ids.size() > TOO_MANY);
        return holders;
    }
}
