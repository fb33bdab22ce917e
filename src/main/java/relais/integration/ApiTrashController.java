package relais.integration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
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
import relais.platform.web.NotFound;
import relais.records.Records;
import relais.records.trash.Discarded;
import relais.records.trash.Trash;
import relais.records.types.ObjectType;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** The trash over the API: what lies there, and bringing it back. */
@RestController
@RequestMapping(path = "/api/v1/{objects:[a-z][a-z-]*}", produces = MediaType.APPLICATION_JSON_VALUE)
class ApiTrashController {
    private final ApiObjects objects;
    private final Trash trash;
    private final Records records;
    private final Idempotency idempotency;

    ApiTrashController(ApiObjects objects, Trash trash, Records records, Idempotency idempotency) {
        this.objects = objects;
        this.trash = trash;
        this.records = records;
        this.idempotency = idempotency;
    }

    @GetMapping("/trash")
    String list(
            @PathVariable("objects") String plural,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable String limit,
            HttpServletRequest request) {
        var type = objects.of(plural, Action.DELETE);
        ApiRequest.only(request, "after", "limit");
        int most = ApiLists.limit(limit);
        var found = trash.page(type, "", after, most + 1);
        var page = Values.object();
        var items = page.putArray("items");
        found.stream().limit(most).forEach(d -> items.add(item(d)));
        page.put("next", found.size() > most ? found.get(most - 1).record().id().toString() : null);
        return Values.json(page);
    }

    private static ObjectNode item(Discarded discarded) {
        var item = Values.object();
        item.put("id", discarded.record().id().toString());
        item.put("title", discarded.record().title());
        item.put("deletedAt", discarded.at().toString());
        item.put("deletedBy", discarded.by());
        item.put(
                "operation",
                discarded.operation() == null ? null : discarded.operation().toString());
        return item;
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/restoration")
    ResponseEntity<String> restore(
            @PathVariable("objects") String plural,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean without,
            HttpServletRequest request) {
        var type = objects.of(plural, Action.DELETE);
        ApiRequest.only(request, "without");
        return idempotency.once(
                ApiRequest.key(request),
                ApiRequest.fingerprint(request, Values.object().put("without", without)),
                () -> restored(type, id, without));
    }

    private Answer restored(ObjectType type, UUID id, boolean without) {
        var lying = records.find(type.name(), List.of(id)).get(id);
        if (lying == null || !lying.deleted()) {
            throw new NotFound();
        }
        var done = trash.restore(type, List.of(id), without);
        var problems = done.result().refused().get(id);
        if (problems != null) {
            throw ApiInput.rejected(type, problems, Values.object());
        }
        var now = records.find(type.name(), id).orElseThrow(NotFound::new);
        return Answer.of(200, done.operation(), now.version(), null, ApiShape.write(now, Set.of()));
    }
}
