package relais.integration;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.customers.CustomerDescription;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.Values;
import relais.ui.Words;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document of the current workspace, its own fields included. */
@Component
class OpenApi {
    private static final String ROOT = "/api/v1/";

    private final ApiObjects objects;

    OpenApi(ApiObjects objects) {
        this.objects = objects;
    }

    ObjectNode document() {
        var document = Values.object().put("openapi", "3.1.0");
        document.putObject("info").put("title", "Relais").put("version", "1").put("description", Words.t("api.about"));
        document.putArray("servers").addObject().put("url", "/");
        document.putArray("security").addObject().putArray("token");
        var paths = document.putObject("paths");
        var components = document.putObject("components");
        var schemas = components.putObject("schemas");
        OpenApiParts.schemas(schemas);
        objects.readable().forEach(t -> {
            schemas.set(OpenApiSchemas.name(t), OpenApiSchemas.read(t));
            schemas.set(OpenApiSchemas.name(t) + "Values", OpenApiSchemas.written(t));
            paths(t, paths);
        });
        operations(paths);
        directory(paths);
        var batch = paths.putObject(ROOT + "batch");
        body(
                call(
                        batch,
                        "post",
                        "writeBatch",
                        "api.do.batch",
                        "",
                        OpenApiSchemas.ref("BatchAnswer"),
                        List.of("Idempotency-Key")),
                "Batch");
        OpenApiWebhooks.add(paths, schemas);
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        OpenApiParts.problems(components.putObject("responses"));
        return document;
    }

    private static void paths(ObjectType type, ObjectNode paths) {
        var schema = OpenApiSchemas.name(type);
        var all = type.plural();
        var many = Labels.objects(type);
        var page = OpenApiParts.page(OpenApiSchemas.ref(schema));
        var list = paths.putObject(ROOT + all);
        call(list, "get", "list" + schema, "api.do.list", many, page, OpenApiParts.LIST);
        body(
                call(list, "post", "create" + schema, "api.do.create", many, write(schema), OpenApiParts.CREATE),
                schema + "Values");
        var query = paths.putObject(ROOT + all + "/query");
        body(call(query, "post", "query" + schema, "api.do.list", many, page, List.of()), "Query");
        var one = OpenApiParts.identified(paths.putObject(ROOT + all + "/{id}"));
        call(one, "get", "read" + schema, "api.do.read", many, OpenApiSchemas.ref(schema), List.of("at", "fields"));
        body(
                call(one, "patch", "update" + schema, "api.do.update", many, write(schema), OpenApiParts.WRITE),
                schema + "Values");
        call(one, "delete", "delete" + schema, "api.do.delete", many, write(schema), OpenApiParts.WRITE);
        var changes = OpenApiParts.identified(paths.putObject(ROOT + all + "/{id}/changes"));
        call(changes, "get", "changesOf" + schema, "api.do.changes", many, changes(), OpenApiParts.PAGE);
        var trash = paths.putObject(ROOT + all + "/trash");
        var lying = OpenApiParts.page(OpenApiSchemas.ref("Discarded"));
        call(trash, "get", "trashOf" + schema, "api.do.trash", many, lying, OpenApiParts.PAGE);
        var back = OpenApiParts.identified(paths.putObject(ROOT + all + "/{id}/restoration"));
        call(back, "post", "restore" + schema, "api.do.restore", many, write(schema), OpenApiParts.RESTORE);
        if (type.listed()) {
            var merge = OpenApiParts.identified(paths.putObject(ROOT + all + "/{id}/merge"));
            body(
                    call(merge, "post", "merge" + schema, "api.do.merge", many, write(schema), OpenApiParts.WRITE),
                    "Merge");
            var unmerge = OpenApiParts.identified(paths.putObject(ROOT + all + "/{id}/unmerge"));
            var key = List.of("Idempotency-Key");
            call(unmerge, "post", "unmerge" + schema, "api.do.unmerge", many, OpenApiSchemas.ref("Unmerged"), key);
        }
        if (type.name().equals(CustomerDescription.NAME)) {
            var pairs = paths.putObject(ROOT + all + "/duplicates");
            var pair = OpenApiParts.page(OpenApiSchemas.ref("Pair"));
            call(pairs, "get", "duplicatesOf" + schema, "api.do.duplicates", many, pair, OpenApiParts.PAGE);
            var timeline = OpenApiParts.identified(paths.putObject(ROOT + all + "/{id}/timeline"));
            var entries = OpenApiParts.page(OpenApiSchemas.ref("TimelineEntry"));
            call(timeline, "get", "timelineOf" + schema, "api.do.timeline", many, entries, OpenApiParts.PAGE);
        }
    }

    private static void operations(ObjectNode paths) {
        var of = Words.t("api.operations");
        var operation = OpenApiSchemas.ref("Operation");
        var list = paths.putObject(ROOT + "operations");
        call(list, "get", "listOperations", "api.do.list", of, OpenApiParts.page(operation), OpenApiParts.OPERATIONS);
        var one = OpenApiParts.identified(paths.putObject(ROOT + "operations/{id}"));
        call(one, "get", "readOperation", "api.do.read", of, operation, List.of());
        var changes = OpenApiParts.identified(paths.putObject(ROOT + "operations/{id}/changes"));
        call(changes, "get", "changesOfOperation", "api.do.changes", of, changes(), OpenApiParts.PAGE);
        var undo = OpenApiParts.identified(paths.putObject(ROOT + "operations/{id}/undo"));
        call(
                undo,
                "post",
                "undoOperation",
                "api.do.undo",
                of,
                OpenApiSchemas.ref("Undone"),
                List.of("Idempotency-Key"));
    }

    private static void directory(ObjectNode paths) {
        for (var of : List.of("users", "sites")) {
            var named = OpenApiParts.page(OpenApiSchemas.ref("Named"));
            call(paths.putObject(ROOT + of), "get", "list-" + of, "api.do.list", of, named, List.of());
        }
    }

    private static ObjectNode changes() {
        return OpenApiParts.page(OpenApiSchemas.ref("Change"));
    }

    /** A written record with its operation. */
    private static ObjectNode write(String schema) {
        var both = Values.object();
        both.putArray("allOf").add(OpenApiSchemas.ref(schema)).add(OpenApiSchemas.ref("Written"));
        return both;
    }

    static ObjectNode call(
            ObjectNode path,
            String method,
            String id,
            String words,
            String subject,
            ObjectNode answer,
            List<String> parameters) {
        var call = path.putObject(method);
        call.put("operationId", id);
        call.put("summary", Words.t(words, subject));
        if (!parameters.isEmpty()) {
            var array = call.putArray("parameters");
            parameters.forEach(p -> array.add(OpenApiParts.parameter(p)));
        }
        var responses = call.putObject("responses");
        var good = responses.putObject(id.startsWith("create") ? "201" : "200").put("description", Words.t("api.done"));
        good.putObject("content").putObject("application/json").set("schema", answer);
        responses.putObject("429").put("$ref", "#/components/responses/Wait");
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
        return call;
    }

    static void body(ObjectNode call, String schema) {
        var body = call.putObject("requestBody").put("required", true);
        body.putObject("content").putObject("application/json").set("schema", OpenApiSchemas.ref(schema));
    }
}
