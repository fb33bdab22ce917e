package relais.timeline;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.customers.LastContacts;
import relais.platform.tenancy.Tenancy;

/** When the last exchange with a customer was, after its thread changed. */
@Component
class Exchanges {
    private final DSLContext sql;
    private final LastContacts lastContacts;
    private final Clock clock;

    Exchanges(DSLContext sql, LastContacts lastContacts, Clock clock) {
        this.sql = sql;
        this.lastContacts = lastContacts;
        this.clock = clock;
    }

    void refresh(Collection<UUID> customers) {
        if (customers.isEmpty()) {
            return;
        }
        var moments = new HashMap<UUID, @Nullable Instant>();
        sql.resultQuery(
                        "SELECT c.id, (SELECT e.occurred_at FROM timeline.entry_customer e WHERE e.tenant_id = ? AND"
                                + " e.customer_id = c.id AND e.private_to IS NULL AND e.occurred_at <= CAST(? AS timestamptz) ORDER BY"
                                + " e.occurred_at DESC LIMIT 1) FROM unnest(?) AS c(id)",
                        Tenancy.id(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        customers.toArray(UUID[]::new))
                .fetch()
                .forEach(r -> moments.put(r.get(0, UUID.class), instant(r.get(1, OffsetDateTime.class))));
        lastContacts.set(moments);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
