package relais.integration.webhooks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;

/** What was sent and what came back, for people who want to know. */
@Repository
class Console {
    private static final String STATE = "SELECT s.webhook_id, s.failures, s.failing_since, s.stopped_at, s.stopped_why,"
            + " s.former_until FROM integration.webhook_state s WHERE s.tenant_id = ?";

    private final DSLContext sql;
    private final Clock clock;

    Console(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * How a target has been answering.
     *
     * @param formerUntil until when the replaced secret signs too
     */
    record Health(
            int failures,
            @Nullable Instant failingSince,
            @Nullable Instant stoppedAt,
            @Nullable String why,
            @Nullable Instant formerUntil) {
        static final Health GOOD = new Health(0, null, null, null, null);

        boolean stopped() {
            return stoppedAt != null;
        }
    }

    /** One message of the list with the last answer to it. */
    record Line(Delivery delivery, @Nullable Attempt last) {}

    @Transactional(readOnly = true)
    public List<Webhook> webhooks() {
        return sql.resultQuery("""
                        SELECT w.id, w.version, w.name, w.url, w.objects, w.kinds, w.criteria, w.owner_id, w.paused
                        FROM integration.webhook w WHERE w.tenant_id = ? AND w.deleted_at IS NULL
                        ORDER BY w.name, w.id LIMIT 500""", Tenancy.id()).fetch(Console::webhook);
    }

    private static Webhook webhook(Record r) {
        return new Webhook(
                r.get("id", UUID.class),
                r.get("version", Integer.class),
                r.get("name", String.class),
                r.get("url", String.class),
                Webhook.objects(r.get("objects", String.class)),
                Webhook.list(r.get("kinds", String.class)),
                r.get("criteria", String.class),
                r.get("owner_id", UUID.class),
                Boolean.TRUE.equals(r.get("paused", Boolean.class)));
    }

    @Transactional(readOnly = true)
    public Health health(UUID webhook) {
        return Optional.ofNullable(health().get(webhook)).orElse(Health.GOOD);
    }

    @Transactional(readOnly = true)
    public Map<UUID, Health> health() {
        return sql.resultQuery(STATE, Tenancy.id()).fetch().stream()
                .collect(Collectors.toMap(r -> r.get("webhook_id", UUID.class), Console::health));
    }

    private static Health health(Record r) {
        return new Health(
                r.get("failures", Integer.class),
                r.get("failing_since", Instant.class),
                r.get("stopped_at", Instant.class),
                r.get("stopped_why", String.class),
                r.get("former_until", Instant.class));
    }

    /** How many messages there are in each state, counted to a thousand. */
    @Transactional(readOnly = true)
    public Map<String, Integer> counts(UUID webhook) {
        return Delivery.STATES.stream().collect(Collectors.toMap(s -> s, s -> count(webhook, s)));
    }

    private int count(UUID webhook, String state) {
        return Objects.requireNonNull(sql.resultQuery(
                        "SELECT count(*) FROM (SELECT 1 FROM integration.delivery d WHERE d.tenant_id = ?"
                                + " AND d.webhook_id = ? AND d.state = ? LIMIT 1001) t",
                        Tenancy.id(),
                        webhook,
                        state)
                .fetchSingle(0, Integer.class));
    }

    /** The messages before this one, newest first. */
    @Transactional(readOnly = true)
    public List<Line> lines(UUID webhook, String state, @Nullable UUID before, int limit) {
        var found = sql.resultQuery(
                        "SELECT " + Delivery.COLUMNS + " FROM integration.delivery d WHERE d.tenant_id = ?"
                                + " AND d.webhook_id = ? AND (? = '' OR d.state = ?)"
                                + " AND (CAST(? AS uuid) IS NULL OR d.id < CAST(? AS uuid)) ORDER BY d.id DESC LIMIT ?",
                        Tenancy.id(),
                        webhook,
                        state,
                        state,
                        before,
                        before,
                        limit)
                .fetch(Delivery::of);
        var last = last(found.stream().map(Delivery::id).toList());
        return found.stream().map(d -> new Line(d, last.get(d.id()))).toList();
    }

    private Map<UUID, Attempt> last(List<UUID> deliveries) {
        return sql
                .resultQuery(
                        "SELECT DISTINCT ON (a.delivery_id) a.delivery_id, a.number, a.at, a.millis, a.status, a.problem,"
                                + " a.answer FROM integration.attempt a WHERE a.tenant_id = ? AND a.delivery_id = ANY(?)"
                                + " ORDER BY a.delivery_id, a.number DESC",
                        Tenancy.id(),
                        deliveries.toArray(UUID[]::new))
                .fetch()
                .stream()
                .collect(Collectors.toMap(r -> r.get("delivery_id", UUID.class), Console::attempt));
    }

    @Transactional(readOnly = true)
    public Optional<Delivery> delivery(UUID webhook, UUID id) {
        return sql.resultQuery(
                        "SELECT " + Delivery.COLUMNS
                                + " FROM integration.delivery d WHERE d.tenant_id = ? AND d.webhook_id = ? AND d.id = ?",
                        Tenancy.id(),
                        webhook,
                        id)
                .fetchOptional(Delivery::of);
    }

    @Transactional(readOnly = true)
    public List<Attempt> attempts(UUID delivery) {
        return sql.resultQuery("""
                        SELECT a.number, a.at, a.millis, a.status, a.problem, a.answer FROM integration.attempt a
                        WHERE a.tenant_id = ? AND a.delivery_id = ? ORDER BY a.number DESC LIMIT 100""", Tenancy.id(), delivery).fetch(Console::attempt);
    }

    private static Attempt attempt(Record r) {
        return new Attempt(
                r.get("number", Integer.class),
                r.get("at", Instant.class),
                r.get("millis", Integer.class),
                r.get("status", Integer.class),
                r.get("problem", String.class),
                r.get("answer", String.class));
    }

    /** Makes one message due again, or all that were given up. */
    @Transactional
    public int again(UUID webhook, @Nullable UUID delivery) {
        var now = clock.instant();
        return sql.execute(
                "UPDATE integration.delivery SET state = 'waiting', due_at = CAST(? AS timestamptz), ended_at = NULL"
                        + " WHERE tenant_id = ? AND webhook_id = ? AND (lease_until IS NULL OR lease_until < CAST(? AS timestamptz))"
                        + " AND (id = CAST(? AS uuid) OR CAST(? AS uuid) IS NULL AND state = 'failed')",
                now,
                Tenancy.id(),
                webhook,
                now,
                delivery,
                delivery);
    }
}
