package relais.integration.webhooks;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;
import relais.platform.database.Rows;
import relais.platform.tenancy.Ids;

/** Messages that are about to be written down, all of a batch in one statement. */
final class Letters {
    private final Rows rows = new Rows(
            "integration.delivery",
            "id",
            "webhook_id",
            "kind",
            "object",
            "at",
            "operation_id",
            "seq_from",
            "seq_to",
            "records",
            "state",
            "due_at");
    private final OffsetDateTime now;
    private int count;

    Letters(Instant now) {
        this.now = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
    }

    UUID add(UUID webhook, Slice slice) {
        var id = Ids.next();
        rows.add(
                id,
                webhook,
                slice.kind().code(),
                slice.object(),
                OffsetDateTime.ofInstant(slice.at(), ZoneOffset.UTC),
                slice.operation(),
                slice.from(),
                slice.to(),
                slice.ids(),
                Delivery.WAITING,
                now);
        count++;
        return id;
    }

    /** Whether there was anything to write. */
    boolean write(DSLContext sql) {
        rows.insert(sql);
        return count > 0;
    }
}
