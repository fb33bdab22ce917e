package relais.integration;

import java.util.List;
import relais.records.types.Values;
import relais.ui.Words;
import tools.jackson.databind.node.ObjectNode;

/** The part of the OpenAPI document about webhooks. */
final class OpenApiWebhooks {
    private static final String ROOT = "/api/v1/webhooks";
    private static final List<String> KINDS = List.of("created", "updated", "deleted", "restored", "erased");

    private OpenApiWebhooks() {}

    static void add(ObjectNode paths, ObjectNode schemas) {
        schemas(schemas);
        var of = Words.t("api.webhooks");
        var all = paths.putObject(ROOT);
        var webhook = OpenApiSchemas.ref("Webhook");
        OpenApi.call(all, "get", "listWebhooks", "api.do.list", of, OpenApiParts.page(webhook), List.of());
        OpenApi.body(
                OpenApi.call(all, "post", "createWebhook", "api.do.create", of, webhook, List.of()), "WebhookValues");
        var one = OpenApiParts.identified(paths.putObject(ROOT + "/{id}"));
        OpenApi.call(one, "get", "readWebhook", "api.do.read", of, webhook, List.of());
        OpenApi.body(
                OpenApi.call(one, "patch", "updateWebhook", "api.do.update", of, webhook, List.of("If-Match")),
                "WebhookValues");
        OpenApi.call(one, "delete", "deleteWebhook", "api.do.delete", of, OpenApiSchemas.ref("Written"), List.of());
        act(paths, "secret", "replaceWebhookSecret", "api.do.webhook.secret");
        act(paths, "test", "testWebhook", "api.do.webhook.test");
        act(paths, "resumption", "resumeWebhook", "api.do.webhook.resume");
        act(paths, "replay", "replayWebhook", "api.do.webhook.replay");
        var sent = OpenApiParts.identified(paths.putObject(ROOT + "/{id}/deliveries"));
        OpenApi.call(
                sent,
                "get",
                "deliveriesOfWebhook",
                "api.do.webhook.deliveries",
                of,
                OpenApiParts.page(OpenApiSchemas.ref("Delivery")),
                List.of("state", "after", "limit"));
        var again = OpenApiParts.identified(paths.putObject(ROOT + "/{id}/deliveries/{delivery}/replay"));
        again.withArray("/parameters")
                .addObject()
                .put("name", "delivery")
                .put("in", "path")
                .put("required", true)
                .set("schema", OpenApiSchemas.string("uuid"));
        OpenApi.call(again, "post", "replayDelivery", "api.do.webhook.replay", of, Values.object(), List.of());
    }

    private static void act(ObjectNode paths, String path, String id, String words) {
        var acted = OpenApiParts.identified(paths.putObject(ROOT + "/{id}/" + path));
        var answer = Values.object().put("type", "object").put("additionalProperties", true);
        OpenApi.call(acted, "post", id, words, Words.t("api.webhooks"), answer, List.of());
    }

    private static void schemas(ObjectNode schemas) {
        written(OpenApiParts.object(schemas, "WebhookValues", "name", "url"));
        var webhook = OpenApiParts.object(schemas, "Webhook", "name", "url", "secret");
        written(webhook);
        webhook.set("id", OpenApiSchemas.string("uuid"));
        webhook.putObject("version").put("type", "integer");
        List.of("stopped", "failingSince", "operation").forEach(p -> OpenApiParts.nullable(webhook, p));
        var delivery = OpenApiParts.object(schemas, "Delivery", "id", "message", "kind", "at", "state");
        List.of("objects", "operation", "dueAt", "problem").forEach(p -> OpenApiParts.nullable(delivery, p));
        List.of("records", "attempts").forEach(p -> delivery.putObject(p).put("type", "integer"));
        delivery.putObject("status").putArray("type").add("integer").add("null");
    }

    private static void written(ObjectNode properties) {
        var text = Values.object().put("type", "string");
        properties.set("objects", OpenApiSchemas.arrayOf(text));
        var kind = text.deepCopy();
        KINDS.forEach(kind.putArray("enum")::add);
        properties.set("kinds", OpenApiSchemas.arrayOf(kind));
        properties.putObject("filter").putArray("type").add("object").add("null");
        properties.set("owner", OpenApiSchemas.string("uuid"));
        properties.putObject("paused").put("type", "boolean");
    }
}
