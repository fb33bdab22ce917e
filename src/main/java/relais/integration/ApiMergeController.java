package relais.integration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import relais.identity.Action;
import relais.platform.web.NotFound;
import relais.records.types.ObjectType;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Several records become one, and one becomes several again. */
@RestController
@RequestMapping(path = "/api/v1/{objects:[a-z][a-z-]*}", produces = MediaType.APPLICATION_JSON_VALUE)
class ApiMergeController {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final ApiObjects objects;
    private final ApiMerges merges;
    private final Idempotency idempotency;

    ApiMergeController(ApiObjects objects, ApiMerges merges, Idempotency idempotency) {
        this.objects = objects;
        this.merges = merges;
        this.idempotency = idempotency;
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/merge")
    ResponseEntity<String> merge(
            @PathVariable("objects") String plural, @PathVariable UUID id, HttpServletRequest request) {
        var type = changing(plural);
        var body = ApiBody.object(request);
        ApiRequest.only(request);
        only(body, "others", "fields");
        var others = ids(body.path("others"), "/others");
        var chosen = chosen(body.path("fields"));
        var version = ApiRequest.expected(request);
        Map<UUID, Integer> versions = version == null ? Map.of() : Map.of(id, version);
        return once(request, body, () -> merges.merge(type, id, others, chosen, versions));
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/unmerge")
    ResponseEntity<String> unmerge(
            @PathVariable("objects") String plural, @PathVariable UUID id, HttpServletRequest request) {
        var type = changing(plural);
        ApiRequest.only(request);
        return once(request, Values.object(), () -> merges.unmerge(type, id));
    }

    private ObjectType changing(String plural) {
        var type = objects.of(plural, Action.UPDATE);
        objects.of(plural, Action.DELETE);
        if (!type.listed()) {
            throw new NotFound();
        }
        return type;
    }

    private static void only(ObjectNode body, String... known) {
        body.propertyNames().stream()
                .filter(n -> !List.of(known).contains(n))
                .findFirst()
                .ifPresent(n -> {
                    throw ApiProblem.of(400, "parameter.unknown", n);
                });
    }

    private static Map<String, List<UUID>> chosen(JsonNode fields) {
        var chosen = new LinkedHashMap<String, List<UUID>>();
        fields.properties().forEach(e -> chosen.put(e.getKey(), ids(e.getValue(), "/fields/" + e.getKey())));
        return chosen;
    }

    /** One id, or several in an array. */
    private static List<UUID> ids(JsonNode node, String pointer) {
        var all = node.isArray()
                ? node.valueStream().toList()
                : node.isMissingNode() ? List.<JsonNode>of() : List.of(node);
        return all.stream()
                .map(n -> {
                    if (!n.isString() || !ID.matcher(n.asString()).matches()) {
                        throw ApiProblem.of(400, "merge.ids", pointer);
                    }
                    return UUID.fromString(n.asString());
                })
                .toList();
    }

    private ResponseEntity<String> once(HttpServletRequest request, ObjectNode body, Supplier<Answer> write) {
        return idempotency.once(ApiRequest.key(request), ApiRequest.fingerprint(request, body), write);
    }
}
