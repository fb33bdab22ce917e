package relais.customers;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;
import relais.records.rollups.Recount;
import relais.records.types.ObjectTypes;

/** Keeps the moment of the last exchange with each customer; a roll-up, so it leaves no change. */
@Service
public class LastContacts {
    private final DSLContext sql;
    private final ObjectTypes types;
    private final Recount recount;

    LastContacts(DSLContext sql, ObjectTypes types, Recount recount) {
        this.sql = sql;
        this.types = types;
        this.recount = recount;
    }

    /** Sets the moment of these customers; null when there was no exchange. */
    @Transactional
    public void set(Map<UUID, ? extends @Nullable Instant> moments) {
        if (moments.isEmpty()) {
            return;
        }
        var customers = moments.keySet().stream().sorted().toList();
        var latest = customers.stream().map(c -> text(moments.get(c))).toArray(String[]::new);
        sql.query(
                        "UPDATE customers.customer AS c SET last_contact_at = CAST(x.at AS timestamptz) FROM"
                                + " unnest(CAST(? AS uuid[]), CAST(? AS text[])) AS x (id, at) WHERE c.tenant_id = ? AND c.id = x.id"
                                + " AND c.last_contact_at IS DISTINCT FROM CAST(x.at AS timestamptz)",
                        customers.toArray(UUID[]::new),
                        latest,
                        Tenancy.id())
                .execute();
        recount.follow(types.of(CustomerDescription.NAME), "lastContactAt", customers);
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
