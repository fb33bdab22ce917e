package relais.setup.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Fold;
import relais.records.Records;

/** Picks customers of the seeded workspace that the current actor may see, to be opened, found and edited. */
@Component
class Samples {
    private static final int BATCH = 500;

    private final DSLContext sql;
    private final Records records;

    Samples(DSLContext sql, Records records) {
        this.sql = sql;
        this.records = records;
    }

    /** So many customers, spread over the whole workspace; always the same of the same workspace, as far as there are. */
    @Transactional(readOnly = true)
    public List<Known> some(int count, int customers) {
        var random = new SplittableRandom(count);
        var found = new LinkedHashSet<Known>();
        boolean more = true;
        while (more && found.size() < count) {
            var references = new ArrayList<String>();
            for (int k = 0; k < BATCH; k++) {
                references.add(reference(random.nextInt(customers)));
            }
            more = found.addAll(seen(references));
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("The person who measures sees none of the seeded customers");
        }
        return found.stream().limit(count).toList();
    }

    /** The customer with the longest history, if it is seen. */
    @Transactional(readOnly = true)
    public Optional<UUID> heavy() {
        return seen(List.of(reference(0))).stream().map(Known::id).findFirst();
    }

    private static String reference(int number) {
        return "c %07d".formatted(number);
    }

    private List<Known> seen(Collection<String> references) {
        var ids = sql.resultQuery(
                        "SELECT c.id FROM customers.customer c WHERE c.tenant_id = ? AND c.reference_key = ANY(?)"
                                + " AND c.reference_key IS NOT NULL AND c.deleted_at IS NULL ORDER BY c.reference_key",
                        Tenancy.id(),
                        references.toArray(String[]::new))
                .fetch()
                .map(r -> r.get(0, UUID.class));
        var seen = records.find("customer", ids);
        return ids.stream()
                .map(seen::get)
                .filter(s -> s != null && !s.deleted())
                .map(Known::of)
                .toList();
    }

    /** How many customers have names whose first words begin like these two, counted no further than eleven. */
    @Transactional(readOnly = true)
    public int alike(String beginnings) {
        var words = beginnings.split(" ");
        return sql.resultQuery(
                        "SELECT count(*) FROM (SELECT FROM customers.customer c WHERE c.tenant_id = ? AND c.name_key >= ?"
                                + " AND c.name_key < ? AND c.deleted_at IS NULL"
                                + " AND starts_with(split_part(c.name_key, ' ', 2), ?) LIMIT 11) x",
                        Tenancy.id(),
                        words[0],
                        Fold.prefixEnd(words[0]),
                        words.length < 2 ? "" : words[1])
                .fetchSingle()
                .get(0, Integer.class);
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
}
