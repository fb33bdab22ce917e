package relais.customers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.records.Mutation;
import relais.records.Records;
import relais.records.Writing;
import relais.records.imports.ImportSubject;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Lets customers be imported: recognised by their match keys, tied to the organisations that their rows name. */
@Component
class CustomerImports implements ImportSubject {
    private static final int TOO_MANY = 20;

    private final CustomerDescription description;
    private final Records records;
    private final DSLContext sql;

    CustomerImports(CustomerDescription description, Records records, DSLContext sql) {
        this.description = description;
        this.records = records;
        this.sql = sql;
    }

    @Override
    public String object() {
        return CustomerDescription.NAME;
    }

    @Override
    public List<String> rules() {
        return List.of("reference", "email", "phone", "namePostcode");
    }

    @Override
    public ObjectNode completed(ObjectNode values) {
        var state = values.deepCopy();
        description.complete(state);
        return state;
    }

    @Override
    public Map<String, Set<String>> keys(ObjectNode completed) {
        var keys = new LinkedHashMap<String, Set<String>>();
        MatchKeys.keys(completed)
                .forEach(
                        k -> keys.computeIfAbsent(rule(k), r -> new HashSet<>()).add(k));
        return keys;
    }

    private static String rule(String key) {
        return switch (key.charAt(0)) {
            case 'r' -> "reference";
            case 'e' -> "email";
            case 'p' -> "phone";
            default -> key.indexOf('|') < 0 ? HINT : "namePostcode";
        };
    }

    @Override
    public Map<String, List<UUID>> holders(Collection<String> keys) {
        var holders = new HashMap<String, List<UUID>>();
        sql.resultQuery(
                        "SELECT k.key, m.customer_id FROM unnest(CAST(? AS text[])) AS k (key) CROSS JOIN LATERAL (SELECT"
                                + " h.customer_id FROM customers.match_key h WHERE h.tenant_id = ? AND h.key = k.key LIMIT ?) m",
                        keys.toArray(String[]::new),
                        Tenancy.id(),
                        TOO_MANY + 1)
                .fetch()
                .forEach(r -> holders.computeIfAbsent(r.get(0, String.class), k -> new ArrayList<>())
                        .add(r.get(1, UUID.class)));
        holders.values().removeIf(ids -> ids.size() > TOO_MANY);
        return holders;
    }

    /** Whoever is known by a reference alone, or has a day of birth, is rather a person than a company. */
    @Override
    public Map<String, String> defaults(Set<String> fields) {
        boolean person = !fields.contains("name") || fields.contains("birthDate");
        return fields.contains("kind") || !person ? Map.of() : Map.of("kind", "person");
    }

    @Override
    public void tie(Writing writing, Map<UUID, String> parents) {
        var keys = new LinkedHashMap<String, String>();
        parents.values().forEach(name -> nameKeys(name).forEach(k -> keys.putIfAbsent(k, name)));
        var organisations = organisations(keys);
        make(writing, keys, organisations);
        affiliate(writing, parents, organisations);
    }

    private static Set<String> nameKeys(String name) {
        var state = Values.object();
        state.put("name", name);
        return MatchKeys.keys(state);
    }

    /** Known organisations by name key. */
    private Map<String, UUID> organisations(Map<String, String> keys) {
        var holders = holders(keys.keySet());
        var ids = new HashSet<UUID>();
        holders.values().forEach(ids::addAll);
        var found = records.find(CustomerDescription.NAME, ids);
        var organisations = new HashMap<String, UUID>();
        holders.forEach((key, all) -> all.stream()
                .map(found::get)
                .filter(s -> s != null && !s.deleted() && s.text("kind").equals("organisation"))
                .findFirst()
                .ifPresent(s -> organisations.put(key, s.id())));
        return organisations;
    }

    private static void make(Writing writing, Map<String, String> keys, Map<String, UUID> organisations) {
        var creates = new ArrayList<Mutation>();
        keys.forEach((key, name) -> {
            if (!organisations.containsKey(key)) {
                var values = Values.object();
                values.put("kind", "organisation");
                values.put("name", name);
                var create = new Mutation.Create(Ids.next(), values);
                creates.add(create);
                organisations.put(key, create.id());
            }
        });
        if (!creates.isEmpty()) {
            writing.apply(CustomerDescription.NAME, creates);
        }
    }

    private void affiliate(Writing writing, Map<UUID, String> parents, Map<String, UUID> organisations) {
        var members = records.find(CustomerDescription.NAME, parents.keySet());
        var known = affiliations(parents.keySet());
        var creates = new ArrayList<Mutation>();
        parents.forEach((member, name) -> {
            var parent = nameKeys(name).stream()
                    .map(organisations::get)
                    .filter(p -> p != null)
                    .findFirst()
                    .orElse(member);
            if (!parent.equals(member) && !known.contains(member + ">" + parent)) {
                creates.add(new Mutation.Create(Ids.next(), affiliation(member, parent, members.get(member))));
            }
        });
        if (!creates.isEmpty()) {
            writing.apply(AffiliationDescription.NAME, creates);
        }
    }

    private static ObjectNode affiliation(UUID member, UUID parent, @Nullable Snapshot customer) {
        var values = Values.object();
        values.put("person", member.toString());
        values.put("organisation", parent.toString());
        boolean organisation = customer != null && customer.text("kind").equals("organisation");
        values.put("kind", organisation ? "subsidiary" : "employment");
        return values;
    }

    private Set<String> affiliations(Collection<UUID> members) {
        var known = new HashSet<String>();
        sql.resultQuery(
                        "SELECT a.person_id, a.organisation_id FROM customers.affiliation a WHERE a.tenant_id = ? AND"
                                + " a.person_id = ANY(?) AND a.deleted_at IS NULL",
                        Tenancy.id(),
                        members.toArray(UUID[]::new))
                .fetch()
                .forEach(r -> known.add(r.get(0, UUID.class) + ">" + r.get(1, UUID.class)));
        return known;
    }
}
