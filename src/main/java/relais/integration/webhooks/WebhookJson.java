package relais.integration.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Subscriptions and messages as programs see them. */
@Service
public class WebhookJson {
    private final Webhooks webhooks;
    private final Console console;
    private final ObjectTypes types;

    WebhookJson(Webhooks webhooks, Console console, ObjectTypes types) {
        this.webhooks = webhooks;
        this.console = console;
        this.types = types;
    }

    /** Every subscription. */
    @Transactional(readOnly = true)
    public ObjectNode all() {
        var json = Values.object();
        var items = json.putArray("items");
        webhooks.all().forEach(w -> items.add(write(w)));
        return json;
    }

    /** The subscription of this id. */
    @Transactional(readOnly = true)
    public ObjectNode one(UUID id) {
        return write(webhooks.one(id));
    }

    private ObjectNode write(Webhook webhook) {
        var json = Values.object();
        json.put("id", webhook.id().toString());
        json.put("version", webhook.version());
        json.put("name", webhook.name());
        json.put("url", webhook.url());
        var objects = json.putArray("objects");
        webhook.objects().stream()
                .flatMap(o -> types.find(o).stream())
                .map(ObjectType::plural)
                .forEach(objects::add);
        var kinds = json.putArray("kinds");
        webhook.kinds().forEach(kinds::add);
        json.set("filter", webhook.criteria() == null ? null : Values.parseOrNull(webhook.criteria()));
        json.put("owner", webhook.owner().toString());
        json.put("paused", webhook.paused());
        var health = console.health(webhook.id());
        json.put("stopped", health.why());
        json.put("failingSince", text(health.failingSince()));
        return json;
    }

    /** The messages of a subscription before this one, newest first. */
    @Transactional(readOnly = true)
    public ObjectNode deliveries(UUID webhook, String state, @Nullable UUID before, int limit) {
        webhooks.one(webhook);
        var lines = console.lines(webhook, state, before, limit + 1);
        var json = Values.object();
        var items = json.putArray("items");
        lines.stream().limit(limit).forEach(l -> items.add(write(l)));
        json.put(
                "next",
                lines.size() > limit ? lines.get(limit - 1).delivery().id().toString() : null);
        return json;
    }

    private ObjectNode write(Console.Line line) {
        var delivery = line.delivery();
        var json = Values.object();
        json.put("id", delivery.id().toString());
        json.put("message", delivery.messageId());
        json.put("kind", delivery.kind().code());
        json.put(
                "objects", types.find(delivery.object()).map(ObjectType::plural).orElse(null));
        json.put(
                "operation",
                delivery.operation() == null ? null : delivery.operation().toString());
        json.put("records", delivery.records().size());
        json.put("at", delivery.at().toString());
        json.put("state", delivery.state());
        json.put("attempts", delivery.attempts());
        json.put("dueAt", delivery.waiting() ? delivery.dueAt().toString() : null);
        json.put("status", line.last() == null ? null : line.last().status());
        json.put("problem", line.last() == null ? null : line.last().problem());
        return json;
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    /** The names of states that messages can have. */
    public static List<String> states() {
        return Delivery.STATES;
    }
}
