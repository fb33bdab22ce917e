package relais.integration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Records of any open object. */
@RestController
@RequestMapping(path = "/api/v1/{objects:[a-z][a-z-]*}", produces = MediaType.APPLICATION_JSON_VALUE)
class ApiRecordsController {
    private final ApiObjects objects;
    private final ApiLists lists;
    private final ApiReads reads;
    private final ApiWrites writes;
    private final Idempotency idempotency;

    ApiRecordsController(
            ApiObjects objects, ApiLists lists, ApiReads reads, ApiWrites writes, Idempotency idempotency) {
        this.objects = objects;
        this.lists = lists;
        this.reads = reads;
        this.writes = writes;
        this.idempotency = idempotency;
    }

    @GetMapping
    String list(
            @PathVariable("objects") String plural,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String fields,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            HttpServletRequest request) {
        var type = objects.of(plural, Action.READ);
        ApiRequest.only(request, "filter", "sort", "fields", "after", "limit");
        var criteria = filter == null || filter.isBlank() ? null : ApiBody.object(filter);
        return Values.json(lists.page(type, new ApiLists.Asked(criteria, sort, names(fields), after, limit)));
    }

    @PostMapping("/query")
    String query(@PathVariable("objects") String plural, HttpServletRequest request) {
        var type = objects.of(plural, Action.READ);
        var body = ApiBody.object(request);
        ApiRequest.only(request);
        return Values.json(lists.page(type, asked(body)));
    }

    private static ApiLists.Asked asked(ObjectNode body) {
        for (var name : body.propertyNames()) {
            if (!List.of("filter", "sort", "fields", "after", "limit").contains(name)) {
                throw ApiProblem.of(400, "parameter.unknown", name);
            }
        }
        return new ApiLists.Asked(
                body.get("filter"),
                text(body, "sort"),
                fields(body.path("fields")),
                text(body, "after"),
                text(body, "limit"));
    }

    /** A list of names, or the names in one text as the address has them. */
    private static List<String> fields(JsonNode fields) {
        return fields.isArray()
                ? fields.valueStream().map(name -> name.asString("")).toList()
                : names(fields.isMissingNode() || fields.isNull() ? null : fields.asString("?"));
    }

    private static @Nullable String text(ObjectNode body, String name) {
        var value = body.get(name);
        return value == null || value.isNull() ? null : value.asString("?");
    }

    private static List<String> names(@Nullable String fields) {
        return Arrays.stream(Optional.ofNullable(fields).orElse("").split(","))
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .toList();
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    ResponseEntity<String> one(
            @PathVariable("objects") String plural,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String fields,
            HttpServletRequest request) {
        var type = objects.of(plural, Action.READ);
        ApiRequest.only(request, "at", "fields");
        var record = reads.one(type, id, at);
        var json = ApiShape.write(record, ApiLists.fields(type, names(fields)));
        var response = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
        return (at == null ? response.eTag("\"" + record.version() + "\"") : response).body(Values.json(json));
    }

    @PostMapping
    ResponseEntity<String> create(
            @PathVariable("objects") String plural,
            @RequestParam(defaultValue = "tell") String onDuplicate,
            HttpServletRequest request) {
        var type = objects.of(plural, Action.CREATE);
        var body = ApiBody.object(request);
        ApiRequest.only(request, "onDuplicate");
        if (!List.of("tell", "refuse").contains(onDuplicate)) {
            throw ApiProblem.of(400, "parameter.unknown", "onDuplicate=" + onDuplicate);
        }
        boolean onlyNew = onDuplicate.equals("refuse");
        var values = ApiInput.values(type, body);
        return once(request, body, () -> writes.create(type, values, onlyNew));
    }

    @PatchMapping("/{id:[0-9a-f-]{36}}")
    ResponseEntity<String> update(
            @PathVariable("objects") String plural, @PathVariable UUID id, HttpServletRequest request) {
        var type = objects.of(plural, Action.UPDATE);
        var body = ApiBody.object(request);
        ApiRequest.only(request);
        var version = ApiRequest.expected(request);
        var values = ApiInput.values(type, body);
        return once(request, body, () -> writes.update(type, id, version, values));
    }

    @DeleteMapping("/{id:[0-9a-f-]{36}}")
    ResponseEntity<String> delete(
            @PathVariable("objects") String plural, @PathVariable UUID id, HttpServletRequest request) {
        var type = objects.of(plural, Action.DELETE);
        ApiRequest.only(request);
        var version = ApiRequest.expected(request);
        return once(request, Values.object(), () -> writes.delete(type, id, version));
    }

    private ResponseEntity<String> once(HttpServletRequest request, ObjectNode body, Supplier<Answer> write) {
        return idempotency.once(ApiRequest.key(request), ApiRequest.fingerprint(request, body), write);
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/changes")
    String changes(
            @PathVariable("objects") String plural,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            HttpServletRequest request) {
        var type = objects.of(plural, Action.READ);
        ApiRequest.only(request, "after", "limit");
        return Values.json(reads.changes(type, id, after, ApiLists.limit(limit)));
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/timeline")
    String timeline(
            @PathVariable("objects") String plural,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            HttpServletRequest request) {
        var type = objects.of(plural, Action.READ);
        objects.of("notes", Action.READ);
        ApiRequest.only(request, "after", "limit");
        return Values.json(reads.timeline(type, id, after, ApiLists.limit(limit)));
    }
}
