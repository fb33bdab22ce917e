package relais.integration.webhooks;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way to one subscription.
 *
 * @param attempts how often it was sent, the attempt under way included
 */
record Delivery(
        UUID id,
        UUID webhook,
        EventKind kind,
        String object,
        Instant at,
        @Nullable UUID operation,
        int from,
        int to,
        List<UUID> records,
        String state,
        int attempts,
        Instant dueAt,
        @Nullable Instant leaseUntil,
        @Nullable Instant endedAt) {
    static final String WAITING = "waiting";
    static final String DELIVERED = "delivered";
    static final String FAILED = "failed";
    /** There was nothing in it that the subscription may see and asked for. */
    static final String NOTHING = "nothing";

    static final List<String> STATES = List.of(WAITING, DELIVERED, FAILED, NOTHING);

    static final String COLUMNS = "d.id, d.webhook_id, d.kind, d.object, d.at, d.operation_id, d.seq_from, d.seq_to,"
            + " d.records, d.state, d.attempts, d.due_at, d.lease_until, d.ended_at";

    static Delivery of(Record r) {
        return new Delivery(
                r.get("id", UUID.class),
                r.get("webhook_id", UUID.class),
                EventKind.of(r.get("kind", String.class)).orElse(EventKind.TEST),
                r.get("object", String.class),
                r.get("at", Instant.class),
                r.get("operation_id", UUID.class),
                r.get("seq_from", Integer.class),
                r.get("seq_to", Integer.class),
                ids(r.get("records", String.class)),
                r.get("state", String.class),
                r.get("attempts", Integer.class),
                r.get("due_at", Instant.class),
                r.get("lease_until", Instant.class),
                r.get("ended_at", Instant.class));
    }

    private static List<UUID> ids(String text) {
        return Arrays.stream(text.split(" "))
                .filter(w -> !w.isEmpty())
                .map(UUID::fromString)
                .toList();
    }

    /** The same for every attempt, so that a receiver knows what it has already. */
    String messageId() {
        return "msg_" + id;
    }

    boolean waiting() {
        return state.equals(WAITING);
    }
}
