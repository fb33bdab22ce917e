package relais.integration;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import relais.platform.web.NotFound;
import relais.records.changes.Change;
import relais.records.changes.ChangePlace;
import relais.records.changes.Operation;
import relais.records.changes.OperationFilter;
import relais.records.changes.OperationSlice;
import relais.records.changes.Operations;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;
import relais.records.work.Takeback;
import tools.jackson.databind.node.ObjectNode;

/** Operations as programs see them. */
@Service
class ApiOperations {
    private final Operations operations;
    private final ObjectTypes types;
    private final Takeback takeback;

    ApiOperations(Operations operations, ObjectTypes types, Takeback takeback) {
        this.operations = operations;
        this.types = types;
        this.takeback = takeback;
    }

    ObjectNode page(OperationFilter filter, @Nullable String after, int limit) {
        var row = "operations " + filter;
        var place = ApiCursor.read(after, row);
        var newest = place == null ? OperationSlice.Place.NEWEST : new OperationSlice.Place(place.id(), false);
        var slice = operations.page(filter, newest, limit);
        var json = Values.object();
        var items = json.putArray("items");
        slice.operations().forEach(o -> items.add(write(o)));
        var last = slice.older() ? slice.operations().getLast() : null;
        json.put("next", last == null ? null : new ApiCursor(last.at(), last.id(), 0).text(row));
        return json;
    }

    ObjectNode one(UUID id) {
        return write(find(id));
    }

    private Operation find(UUID id) {
        return operations.find(id).orElseThrow(NotFound::new);
    }

    ObjectNode changes(UUID id, @Nullable String after, int limit) {
        var operation = find(id);
        var row = "operation " + id;
        var place = ApiCursor.read(after, row);
        var from = place == null ? ChangePlace.START : new ChangePlace(place.at(), place.seq());
        var found = operations.changes(id, from, limit + 1);
        var json = Values.object();
        var items = json.putArray("items");
        found.stream()
                .limit(limit)
                .forEach(c -> items.add(change(types.of(c.change().object()), c.change(), operation)));
        var last = found.size() > limit ? found.get(limit - 1).change() : null;
        json.put("next", last == null ? null : new ApiCursor(last.at(), last.record(), last.seq()).text(row));
        return json;
    }

    /** Takes the operation back; what was edited since is kept, and counted. A large one goes on after the answer. */
    Answer undo(UUID id) {
        find(id);
        var json = Values.object();
        json.put("undoes", id.toString());
        return switch (takeback.undo(id, "/operations/" + id)) {
            case Takeback.Answer.Done done -> {
                var result = done.result();
                json.put("reversed", result.reversed());
                json.put("kept", result.kept());
                json.put("blocked", result.blocked());
                yield Answer.of(200, result.operation(), 0, null, json);
            }
            case Takeback.Answer.Running running ->
                Answer.of(202, running.operation(), 0, "/api/v1/operations/" + running.operation(), json);
        };
    }

    /** The object of this plural, for filters. */
    Optional<ObjectType> type(String plural) {
        return types.plural(plural);
    }

    private ObjectNode write(Operation operation) {
        var json = Values.object();
        json.put("id", operation.id().toString());
        json.put("at", operation.at().toString());
        json.put("endedAt", operation.endedAt().toString());
        json.set("actor", ApiShape.actor(operation));
        json.put("intent", operation.intent().code());
        json.put("sentence", operation.sentence());
        json.put("origin", origin(operation.origin()));
        json.put(
                "objects",
                operation.object() == null
                        ? null
                        : types.find(operation.object()).map(ObjectType::plural).orElse(null));
        json.put("changes", operation.changes());
        json.put("undoOf", text(operation.undoOf()));
        json.put("undoneBy", text(operation.undoneBy()));
        json.put("reversed", operation.reversed());
        json.put("kept", operation.kept());
        json.put("blocked", operation.blocked());
        return json;
    }

    /** Not the address from which somebody's browser wrote. */
    private static String origin(String origin) {
        return origin.startsWith("web") ? "web" : origin;
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    static ObjectNode change(ObjectType type, Change change, Operation operation) {
        var json = Values.object();
        json.put("operation", change.operation().toString());
        json.put("at", change.at().toString());
        json.set("actor", ApiShape.actor(operation));
        json.put("intent", operation.intent().code());
        json.put("sentence", operation.sentence());
        json.put("objects", type.plural());
        json.put("id", change.record().toString());
        json.put("versionBefore", change.versionBefore());
        json.put("versionAfter", change.versionAfter());
        json.set("before", ApiShape.touched(type, change.before()));
        json.set("after", ApiShape.touched(type, change.after()));
        return json;
    }
}
