package relais.integration.webhooks;

import static org.jooq.impl.DSL.name;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.tenancy.Tenancy;
import relais.records.Records;
import relais.records.changes.Change;
import relais.records.changes.ChangeLog;
import relais.records.changes.OperationLog;
import relais.records.criteria.Criteria;
import relais.records.criteria.CriteriaJson;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.records.types.Visibility;
import tools.jackson.databind.node.ObjectNode;

/** Writes the body of a message, with what its subscription's owner may see at this moment and nothing else. */
@Component
class Messages {
    private final DSLContext sql;
    private final ObjectTypes types;
    private final ChangeLog log;
    private final OperationLog operations;
    private final Records records;
    private final Visibility visibility;
    private final Criteria criteria;
    private final EventShape shape;

    Messages(
            DSLContext sql,
            ObjectTypes types,
            ChangeLog log,
            OperationLog operations,
            Records records,
            Visibility visibility,
            Criteria criteria,
            EventShape shape) {
        this.sql = sql;
        this.types = types;
        this.log = log;
        this.operations = operations;
        this.records = records;
        this.visibility = visibility;
        this.criteria = criteria;
        this.shape = shape;
    }

    /** The body; empty when there is nothing that the current actor may see and the subscription asked for. */
    @Transactional(readOnly = true)
    public Optional<byte[]> body(Webhook webhook, Delivery delivery) {
        return data(webhook, delivery).map(data -> {
            var message = Values.object();
            message.put("id", delivery.messageId());
            message.put("type", type(delivery));
            message.put("timestamp", delivery.at().toString());
            message.set("data", data);
            return Values.json(message).getBytes(StandardCharsets.UTF_8);
        });
    }

    private String type(Delivery delivery) {
        return types.find(delivery.object()).map(ObjectType::plural).orElse("webhook") + "."
                + delivery.kind().code();
    }

    private Optional<ObjectNode> data(Webhook webhook, Delivery delivery) {
        return switch (delivery.kind()) {
            case TEST -> Optional.of(Values.object().put("webhook", webhook.id().toString()));
            case ERASED -> type(webhook, delivery).map(t -> erased(t, delivery));
            case CREATED, UPDATED, DELETED, RESTORED ->
                type(webhook, delivery).flatMap(t -> changes(t, webhook, delivery));
        };
    }

    /** A subscription that was narrowed since is not told any more. */
    private Optional<ObjectType> type(Webhook webhook, Delivery delivery) {
        return types.find(delivery.object())
                .filter(t -> webhook.wants(t.name(), delivery.kind()))
                .filter(t -> Actor.current().may(t.name(), types.description(t).right(Action.READ)));
    }

    private static ObjectNode erased(ObjectType type, Delivery delivery) {
        var data = Values.object().put("objects", type.plural());
        var changes = data.putArray("changes");
        delivery.records().forEach(id -> changes.addObject().put("id", id.toString()));
        return data;
    }

    private Optional<ObjectNode> changes(ObjectType type, Webhook webhook, Delivery delivery) {
        var operation = operations.find(Objects.requireNonNull(delivery.operation()), false);
        var seen = operation.isEmpty() ? List.<Change>of() : seen(type, webhook, delivery);
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        var data = Values.object().put("objects", type.plural());
        data.set("operation", shape.operation(operation.orElseThrow()));
        var changes = data.putArray("changes");
        seen.forEach(c -> changes.add(shape.change(type, c)));
        return Optional.of(data);
    }

    private List<Change> seen(ObjectType type, Webhook webhook, Delivery delivery) {
        var all = log
                .slice(Objects.requireNonNull(delivery.operation()), delivery.at(), delivery.from(), delivery.to())
                .stream()
                .filter(c ->
                        c.before() != null || c.after() != null) // what was erased since is told by its own message
                .toList();
        var shown = shown(type, all);
        return all.stream()
                .map(c -> c.seen(type))
                .filter(c -> shown.contains(c.record()) && !c.blank()) // of closed fields nothing is told at all
                .filter(matching(type, webhook, all))
                .toList();
    }

    /** Those whose records the actor sees: as they stand now, or as they were last when they are gone. */
    private Set<UUID> shown(ObjectType type, List<Change> all) {
        var found = new HashMap<UUID, Snapshot>(
                records.find(type.name(), all.stream().map(Change::record).toList()));
        var gone = new HashMap<UUID, Snapshot>();
        all.stream()
                .filter(c -> c.removes() && c.before() != null && !found.containsKey(c.record()))
                .forEach(c -> gone.put(c.record(), new Snapshot(type, c.record(), 1, before(c))));
        visibility.keep(type, gone);
        found.putAll(gone);
        return Set.copyOf(found.keySet());
    }

    private static ObjectNode before(Change change) {
        return Objects.requireNonNull(change.before());
    }

    private Predicate<Change> matching(ObjectType type, Webhook webhook, List<Change> all) {
        var text = webhook.criteria();
        if (text == null || all.isEmpty()) {
            return change -> true;
        }
        var ids = all.stream().map(Change::record).collect(Collectors.toSet());
        var parts = type.table().split("\\.");
        var matching = Set.copyOf(sql.select(DSL.field(name("r", "id"), SQLDataType.UUID))
                .from(DSL.table(name(parts[0], parts[1])).as("r"))
                .where(DSL.field(name("r", "tenant_id"), SQLDataType.UUID).eq(Tenancy.id()))
                .and(DSL.field(name("r", "id"), SQLDataType.UUID).eq(DSL.any(ids.toArray(UUID[]::new))))
                .and(criteria.condition(type, "r", CriteriaJson.parse(text)))
                .fetch(r -> r.value1()));
        return change -> matching.contains(change.record());
    }
}
