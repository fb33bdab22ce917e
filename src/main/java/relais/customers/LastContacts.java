package relais.customers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;

/** Keeps the moment of the last exchange with each customer; a roll-up, so it leaves no change. */
@Service
public class LastContacts {
    private final DSLContext sql;

    LastContacts(DSLContext sql) {
        this.sql = sql;
    }

    /** Sets the moment of these customers; null when there was no exchange. */
    @Transactional
    public void set(Map<UUID, ? extends @Nullable Instant> moments) {
        if (moments.isEmpty()) {
            return;
        }
        var rows = moments.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> row(e.getKey(), e.getValue()))
                .toArray(Object[][]::new);
        sql.batch(
                        "UPDATE customers.customer SET last_contact_at = CAST(? AS timestamptz) WHERE tenant_id = ? AND id = ?"
                                + " AND last_contact_at IS DISTINCT FROM CAST(? AS timestamptz)")
                .bind(rows)
                .execute();
    }

    private static @Nullable Object[] row(UUID customer, @Nullable Instant at) {
        var moment = at == null ? null : at.atOffset(ZoneOffset.UTC);
        return new @Nullable Object[] {moment, Tenancy.id(), customer, moment};
    }
}
