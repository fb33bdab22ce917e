package relais.setup.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;

/** Picks customers of the seeded workspace, to be opened, found and edited. */
@Component
class Samples {
    private final DSLContext sql;

    Samples(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A customer as it is searched for.
     *
     * @param phone in international form
     */
    record Known(UUID id, String name, String nameKey, String reference, String mail, String phone) {}

    /** About so many customers, spread over the whole workspace; always the same of the same workspace. */
    @Transactional(readOnly = true)
    public List<Known> some(int count, int customers) {
        var random = new SplittableRandom(count);
        var references = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            references.add("c %07d".formatted(random.nextInt(customers)));
        }
        var points = new HashMap<UUID, Map<String, String>>();
        var rows = sql.resultQuery(
                        "SELECT c.id, c.name, c.name_key, c.reference FROM customers.customer c WHERE c.tenant_id = ?"
                                + " AND c.reference_key = ANY(?) AND c.reference_key IS NOT NULL AND c.deleted_at IS NULL",
                        Tenancy.id(),
                        references.toArray(String[]::new))
                .fetch();
        sql.resultQuery(
                        "SELECT p.customer_id, p.kind, p.value ->> 'value' FROM customers.contact_point p WHERE p.tenant_id"
                                + " = ? AND p.customer_id = ANY(?) AND p.position = 0 AND p.kind IN ('email', 'phone')",
                        Tenancy.id(),
                        rows.getValues(0, UUID.class).toArray(UUID[]::new))
                .fetch()
                .forEach(r -> points.computeIfAbsent(r.get(0, UUID.class), k -> new HashMap<>())
                        .put(r.get(1, String.class), r.get(2, String.class)));
        return rows.map(r -> new Known(
                r.get(0, UUID.class),
                r.get(1, String.class),
                r.get(2, String.class),
                r.get(3, String.class),
                points.getOrDefault(r.get(0, UUID.class), Map.of()).getOrDefault("email", ""),
                points.getOrDefault(r.get(0, UUID.class), Map.of()).getOrDefault("phone", "")));
    }

    /** How many customers bear exactly this name, counted no further than eleven. */
    @Transactional(readOnly = true)
    public int namesakes(String nameKey) {
        return sql.resultQuery(
                        "SELECT count(*) FROM (SELECT FROM customers.customer c WHERE c.tenant_id = ? AND c.name_key = ?"
                                + " AND c.deleted_at IS NULL LIMIT 11) x",
                        Tenancy.id(),
                        nameKey)
                .fetchSingle()
                .get(0, Integer.class);
    }

    /** The customer with the longest history. */
    @Transactional(readOnly = true)
    public UUID heavy() {
        return sql.resultQuery(
                        "SELECT c.id FROM customers.customer c WHERE c.tenant_id = ? AND c.reference_key = 'c 0000000'"
                                + " AND c.deleted_at IS NULL",
                        Tenancy.id())
                .fetchSingle()
                .get(0, UUID.class);
    }
}
