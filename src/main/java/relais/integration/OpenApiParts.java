package relais.integration;

import java.util.List;
import relais.records.types.Values;
import relais.ui.Words;
import tools.jackson.databind.node.ObjectNode;

/** The parts of the OpenAPI document that every object shares. */
final class OpenApiParts {
    static final List<String> PAGE = List.of("after", "limit");
    static final List<String> LIST = List.of("filter", "sort", "fields", "after", "limit");
    static final List<String> CREATE = List.of("onDuplicate", "Idempotency-Key");
    static final List<String> WRITE = List.of("If-Match", "Idempotency-Key");
    static final List<String> RESTORE = List.of("without", "Idempotency-Key");
    static final List<String> OPERATIONS = List.of("actor", "objects", "from", "to", "undone", "after", "limit");

    private OpenApiParts() {}

    /** The path of one thing, named by its id. */
    static ObjectNode identified(ObjectNode path) {
        var id = path.putArray("parameters").addObject();
        id.put("name", "id").put("in", "path").put("required", true);
        id.set("schema", OpenApiSchemas.string("uuid"));
        return path;
    }

    static ObjectNode parameter(String name) {
        boolean header = name.contains("-");
        var parameter = Values.object().put("name", name).put("in", header ? "header" : "query");
        parameter.put("description", Words.t("api.parameter." + name));
        parameter.set("schema", schema(name));
        return parameter;
    }

    private static ObjectNode schema(String parameter) {
        return switch (parameter) {
            case "limit" ->
                Values.object().put("type", "integer").put("minimum", 1).put("maximum", ApiLists.MOST);
            case "actor" -> OpenApiSchemas.string("uuid");
            case "from", "to" -> OpenApiSchemas.string("date-time");
            case "onDuplicate" -> {
                var choice = text();
                choice.putArray("enum").add("tell").add("refuse");
                yield choice;
            }
            case "undone", "without" -> Values.object().put("type", "boolean");
            default -> text();
        };
    }

    private static ObjectNode text() {
        return Values.object().put("type", "string");
    }

    /** Some of many, and where the next ones begin. */
    static ObjectNode page(ObjectNode items) {
        var page = Values.object().put("type", "object");
        var properties = page.putObject("properties");
        properties.set("items", OpenApiSchemas.arrayOf(items));
        properties.putObject("next").putArray("type").add("string").add("null");
        page.putArray("required").add("items");
        return page;
    }

    /** What every call may answer instead of what it is asked for. */
    static void problems(ObjectNode responses) {
        problem(responses, "Problem", "api.problem");
        var wait = problem(responses, "Wait", "api.wait").putObject("headers").putObject("Retry-After");
        wait.put("description", Words.t("api.wait.seconds"));
        wait.putObject("schema").put("type", "integer").put("minimum", 1);
    }

    private static ObjectNode problem(ObjectNode responses, String name, String words) {
        var problem = responses.putObject(name).put("description", Words.t(words));
        problem.putObject("content").putObject("application/problem+json").set("schema", OpenApiSchemas.ref("Problem"));
        return problem;
    }

    static void schemas(ObjectNode schemas) {
        var problem = object(schemas, "Problem", "type", "title", "code", "detail", "incident");
        problem.putObject("status").put("type", "integer");
        object(schemas, "Flaw", "pointer", "code", "detail");
        problem.set("errors", OpenApiSchemas.arrayOf(OpenApiSchemas.ref("Flaw")));
        nullable(object(schemas, "Written"), "operation");
        var undone = object(schemas, "Undone", "operation", "undoes");
        counts(undone);
        merging(schemas);
        var entry = object(schemas, "TimelineEntry", "id", "kind", "at", "by", "text");
        nullable(entry, "customer");
        entry.putObject("pinned").put("type", "boolean");
        var change = object(schemas, "Change", "operation", "at", "intent", "sentence", "objects", "id");
        List.of("actor", "before", "after")
                .forEach(p -> change.putObject(p).putArray("type").add("object").add("null"));
        List.of("versionBefore", "versionAfter")
                .forEach(
                        p -> change.putObject(p).putArray("type").add("integer").add("null"));
        var operation = object(schemas, "Operation", "id", "at", "endedAt", "intent", "sentence", "origin");
        operation.putObject("actor").put("type", "object");
        List.of("objects", "undoOf", "undoneBy").forEach(p -> nullable(operation, p));
        operation.putObject("changes").put("type", "integer");
        counts(operation);
        nullable(object(schemas, "Discarded", "id", "title", "deletedAt", "deletedBy"), "operation");
        object(schemas, "Named", "id", "name", "email");
        query(schemas);
        batch(schemas);
    }

    private static void batch(ObjectNode schemas) {
        var mutation = object(schemas, "Mutation", "objects");
        var act = mutation.putObject("action").put("type", "string").putArray("enum");
        List.of("create", "update", "delete").forEach(act::add);
        mutation.set("id", OpenApiSchemas.string("uuid"));
        mutation.putObject("version").put("type", "integer");
        mutation.putObject("values").put("type", "object").put("additionalProperties", true);
        schemas.withObject("/Mutation").putArray("required").add("action").add("objects");
        var batch = object(schemas, "Batch");
        batch.putObject("atomic").put("type", "boolean").put("default", true);
        batch.set("mutations", OpenApiSchemas.arrayOf(OpenApiSchemas.ref("Mutation")));
        schemas.withObject("/Batch").putArray("required").add("mutations");
        var result = object(schemas, "BatchResult", "id", "code", "detail");
        List.of("status", "version").forEach(p -> result.putObject(p).put("type", "integer"));
        result.set("errors", OpenApiSchemas.arrayOf(OpenApiSchemas.ref("Flaw")));
        var answer = object(schemas, "BatchAnswer");
        nullable(answer, "operation");
        answer.set("results", OpenApiSchemas.arrayOf(OpenApiSchemas.ref("BatchResult")));
    }

    private static void merging(ObjectNode schemas) {
        var merge = object(schemas, "Merge");
        merge.set("others", OpenApiSchemas.arrayOf(text()));
        merge.putObject("fields").put("type", "object").set("additionalProperties", OpenApiSchemas.arrayOf(text()));
        var pair = object(schemas, "Pair", "reason");
        pair.putObject("score").put("type", "number");
        List.of("first", "second").forEach(p -> pair.set(p, OpenApiSchemas.ref("Named")));
        var unmerged = object(schemas, "Unmerged", "operation", "undoes", "survivor");
        unmerged.set("restored", OpenApiSchemas.arrayOf(text()));
        counts(unmerged);
    }

    private static void counts(ObjectNode properties) {
        List.of("reversed", "kept", "blocked")
                .forEach(p -> properties.putObject(p).put("type", "integer"));
    }

    static void nullable(ObjectNode properties, String name) {
        properties.putObject(name).putArray("type").add("string").add("null");
    }

    private static void query(ObjectNode schemas) {
        var query = object(schemas, "Query", "sort", "after");
        query.putObject("filter").put("type", "object").put("description", Words.t("api.parameter.filter"));
        query.set("fields", OpenApiSchemas.arrayOf(text()));
        query.set("limit", schema("limit"));
    }

    /** A schema with these texts; the answer is its properties, for more. */
    static ObjectNode object(ObjectNode schemas, String name, String... texts) {
        var properties = schemas.putObject(name).put("type", "object").putObject("properties");
        List.of(texts).forEach(t -> properties.set(t, text()));
        return properties;
    }
}
