package relais.integration;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.identity.Action;
import relais.identity.tokens.Pass;
import relais.records.changes.OperationFilter;
import relais.records.changes.Operations;
import relais.records.types.ObjectType;
import relais.records.types.Values;

/** What was done, and taking it back. */
@RestController
@RequestMapping(path = "/api/v1/operations", produces = MediaType.APPLICATION_JSON_VALUE)
class ApiOperationsController {
    private final ApiOperations operations;
    private final Idempotency idempotency;

    ApiOperationsController(ApiOperations operations, Idempotency idempotency) {
        this.operations = operations;
        this.idempotency = idempotency;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable String objects,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "false") boolean undone,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            HttpServletRequest request) {
        require(Action.READ, "operations:read");
        ApiRequest.only(request, "actor", "objects", "from", "to", "undone", "after", "limit");
        var filter = new OperationFilter(actor, object(objects), moment(from), moment(to), undone);
        return Values.json(operations.page(filter, after, ApiLists.limit(limit)));
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    String one(@PathVariable UUID id) {
        require(Action.READ, "operations:read");
        return Values.json(operations.one(id));
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/changes")
    String changes(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            HttpServletRequest request) {
        require(Action.READ, "operations:read");
        ApiRequest.only(request, "after", "limit");
        return Values.json(operations.changes(id, after, ApiLists.limit(limit)));
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/undo")
    ResponseEntity<String> undo(@PathVariable UUID id, HttpServletRequest request) {
        require(Action.UPDATE, "operations:undo");
        ApiRequest.only(request);
        return idempotency.once(
                ApiRequest.key(request), ApiRequest.fingerprint(request, Values.object()), () -> operations.undo(id));
    }

    /** The scope alone: which operations a role shows is decided for each, and one's own always. */
    private static void require(Action action, String scope) {
        if (!Pass.CURRENT.get().covers(Operations.NAME, action)) {
            throw ApiProblem.of(403, "scope.missing", scope);
        }
    }

    private @Nullable String object(@Nullable String plural) {
        if (plural == null) {
            return null;
        }
        return operations
                .type(plural)
                .map(ObjectType::name)
                .orElseThrow(() -> ApiProblem.of(400, "object.unknown", plural));
    }

    private static @Nullable Instant moment(@Nullable String text) {
        try {
            return text == null
                    ? null
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException malformed) {
            throw ApiProblem.of(400, "at.malformed");
        }
    }
}
