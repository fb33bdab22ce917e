package relais.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import relais.identity.Actor;
import relais.integration.webhooks.WebhookDescription;
import relais.integration.webhooks.WebhookDraft;
import relais.integration.webhooks.Webhooks;
import relais.platform.web.NotFound;
import relais.records.Outcome;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Problem;
import relais.records.types.Values;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Subscriptions as programs write them. */
@Service
class ApiWebhooks {
    private static final List<String> KNOWN = List.of("name", "url", "objects", "kinds", "filter", "owner", "paused");
    private static final List<String> USUAL = List.of("created", "updated", "deleted", "restored", "erased");

    private final Webhooks webhooks;
    private final ObjectTypes types;

    ApiWebhooks(Webhooks webhooks, ObjectTypes types) {
        this.webhooks = webhooks;
        this.types = types;
    }

    Webhooks.Made create(ObjectNode body) {
        var usual =
                new WebhookDraft("", "", List.of(), USUAL, null, Actor.current().id(), false);
        return webhooks.create(checked(body, usual));
    }

    @Nullable
    UUID change(UUID id, @Nullable Integer version, ObjectNode body) {
        var done = webhooks.change(id, version, checked(body, WebhookDraft.of(webhooks.one(id))));
        return switch (done.result()) {
            case Outcome.Written w -> done.operation();
            case Outcome.Unchanged u -> null;
            case Outcome.Rejected r -> throw refused(r.problems(), body);
            case Outcome.Stale s ->
                throw ApiProblem.of(412, "version.stale", s.current().version())
                        .header("ETag", "\"" + s.current().version() + "\"");
            case Outcome.Missing m -> throw new NotFound();
        };
    }

    private WebhookDraft checked(ObjectNode body, WebhookDraft now) {
        var unknown = body.propertyNames().stream()
                .filter(n -> !KNOWN.contains(n))
                .map(n -> new ApiProblem.Flaw("/" + n, "property.unknown", Words.t("api.property.unknown", n)))
                .toList();
        if (!unknown.isEmpty()) {
            throw ApiProblem.with(400, "property.unknown", unknown);
        }
        var draft = new WebhookDraft(
                text(body, "name", now.name()).strip(),
                text(body, "url", now.url()).strip(),
                body.has("objects") ? objects(body.path("objects")) : now.objects(),
                body.has("kinds") ? texts(body.path("kinds")) : now.kinds(),
                body.has("filter") ? filter(body.path("filter")) : now.criteria(),
                owner(text(body, "owner", now.owner().toString())),
                body.has("paused") ? body.path("paused").asBoolean(false) : now.paused());
        var problems = webhooks.problems(draft);
        if (!problems.isEmpty()) {
            throw refused(problems, body);
        }
        return draft;
    }

    private ApiProblem refused(List<Problem> problems, ObjectNode body) {
        return ApiInput.rejected(types.of(WebhookDescription.NAME), problems, body);
    }

    private static String text(ObjectNode body, String name, String now) {
        return body.has(name) ? body.path(name).asString("") : now;
    }

    private List<String> objects(JsonNode plurals) {
        var names = new ArrayList<String>();
        texts(plurals)
                .forEach(p -> names.add(types.plural(p).map(ObjectType::name).orElse(p)));
        return names;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(n -> n.asString("?")).toList();
    }

    private static @Nullable String filter(JsonNode filter) {
        return filter.isNull() ? null : Values.json(filter);
    }

    private static UUID owner(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            return new UUID(0, 0);
        }
    }
}
