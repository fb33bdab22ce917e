package relais.integration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.identity.Action;
import relais.integration.webhooks.WebhookDescription;
import relais.integration.webhooks.WebhookJson;
import relais.integration.webhooks.Webhooks;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Subscriptions of the workspace, their secrets and what was sent. */
@RestController
@RequestMapping(path = "/api/v1/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
class ApiWebhooksController {
    private static final String ONE = "/{id:[0-9a-f-]{36}}";

    private final ApiObjects objects;
    private final ApiWebhooks input;
    private final Webhooks webhooks;
    private final WebhookJson json;

    ApiWebhooksController(ApiObjects objects, ApiWebhooks input, Webhooks webhooks, WebhookJson json) {
        this.objects = objects;
        this.input = input;
        this.webhooks = webhooks;
        this.json = json;
    }

    @GetMapping
    String list(HttpServletRequest request) {
        require(Action.READ, request);
        return Values.json(json.all());
    }

    @PostMapping
    ResponseEntity<String> create(HttpServletRequest request) {
        require(Action.CREATE, request);
        var made = input.create(ApiBody.object(request));
        var answer = json.one(made.id()).put("secret", made.secret());
        return Answer.of(201, made.operation(), 1, "/api/v1/webhooks/" + made.id(), answer)
                .response(false);
    }

    @GetMapping(ONE)
    String one(@PathVariable UUID id, HttpServletRequest request) {
        require(Action.READ, request);
        return Values.json(json.one(id));
    }

    @PatchMapping(ONE)
    ResponseEntity<String> change(@PathVariable UUID id, HttpServletRequest request) {
        require(Action.UPDATE, request);
        var operation = input.change(id, ApiRequest.expected(request), ApiBody.object(request));
        return answer(id, operation);
    }

    @DeleteMapping(ONE)
    ResponseEntity<String> delete(@PathVariable UUID id, HttpServletRequest request) {
        require(Action.DELETE, request);
        var done = webhooks.delete(id);
        return Answer.of(200, done.operation(), 0, null, Values.object().put("id", id.toString()))
                .response(false);
    }

    @PostMapping(ONE + "/secret")
    String secret(@PathVariable UUID id, HttpServletRequest request) {
        require(Action.UPDATE, request);
        return Values.json(Values.object().put("secret", webhooks.replaceSecret(id)));
    }

    @PostMapping(ONE + "/test")
    String test(@PathVariable UUID id, HttpServletRequest request) {
        require(Action.UPDATE, request);
        return Values.json(Values.object().put("delivery", webhooks.test(id).toString()));
    }

    @PostMapping(ONE + "/resumption")
    String resume(@PathVariable UUID id, HttpServletRequest request) {
        require(Action.UPDATE, request);
        webhooks.resume(id);
        return Values.json(json.one(id));
    }

    @GetMapping(ONE + "/deliveries")
    String deliveries(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable String limit,
            HttpServletRequest request) {
        require(Action.READ);
        ApiRequest.only(request, "state", "after", "limit");
        if (!state.isEmpty() && !WebhookJson.states().contains(state)) {
            throw ApiProblem.of(400, "parameter.unknown", state);
        }
        return Values.json(json.deliveries(id, state, after, ApiLists.limit(limit)));
    }

    /** Sends again everything that was given up. */
    @PostMapping(ONE + "/replay")
    String replay(@PathVariable UUID id, HttpServletRequest request) {
        require(Action.UPDATE, request);
        return again(id, Optional.empty());
    }

    @PostMapping(ONE + "/deliveries/{delivery:[0-9a-f-]{36}}/replay")
    String replay(@PathVariable UUID id, @PathVariable UUID delivery, HttpServletRequest request) {
        require(Action.UPDATE, request);
        return again(id, Optional.of(delivery));
    }

    private String again(UUID id, Optional<UUID> delivery) {
        ObjectNode answer = Values.object().put("replayed", webhooks.replay(id, delivery));
        return Values.json(answer);
    }

    private ResponseEntity<String> answer(UUID id, @Nullable UUID operation) {
        var body = json.one(id);
        return Answer.of(200, operation, body.path("version").asInt(), null, body)
                .response(false);
    }

    private void require(Action action, HttpServletRequest request) {
        require(action);
        ApiRequest.only(request);
    }

    /** The scope; that the person may configure is asked by the face. */
    private void require(Action action) {
        objects.covered(WebhookDescription.NAME, action);
    }
}
