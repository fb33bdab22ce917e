package relais.integration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.identity.Forbidden;
import relais.platform.tenancy.Ids;
import relais.platform.web.NotFound;
import relais.records.types.ObjectType;
import relais.records.types.Values;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a batch, strictly; what is wrong with one mutation says nothing about the others. */
@Component
class BatchReader {
    private static final int MOST = 1_000;
    private static final Set<String> MEMBERS = Set.of("atomic", "mutations");
    private static final Set<String> OF_ITEM = Set.of("action", "objects", "id", "version", "values");

    private final ApiObjects objects;

    BatchReader(ApiObjects objects) {
        this.objects = objects;
    }

    /**
     * A batch as it was sent.
     *
     * @param items a mutation, or what is wrong with it, by its place
     */
    record Batch(boolean atomic, Map<Integer, BatchItem> items, Map<Integer, ApiProblem> wrong) {
        List<BatchItem> wanted() {
            return List.copyOf(items.values());
        }
    }

    Batch read(ObjectNode body) {
        known(body, MEMBERS);
        var mutations = body.path("mutations");
        if (!mutations.isArray() || mutations.isEmpty() || mutations.size() > MOST) {
            throw ApiProblem.of(400, "batch.size", MOST);
        }
        var atomic = body.path("atomic");
        if (!atomic.isMissingNode() && !atomic.isBoolean()) {
            throw ApiProblem.of(400, "batch.atomic");
        }
        var items = new LinkedHashMap<Integer, BatchItem>();
        var wrong = new LinkedHashMap<Integer, ApiProblem>();
        for (int i = 0; i < mutations.size(); i++) {
            try {
                items.put(i, item(i, mutations.get(i)));
            } catch (ApiProblem problem) {
                wrong.put(i, problem);
            } catch (Forbidden forbidden) {
                wrong.put(i, ApiProblem.of(403, "right.missing"));
            } catch (NotFound absent) {
                wrong.put(i, ApiProblem.of(404, "not.found"));
            }
        }
        return new Batch(atomic.asBoolean(true), items, wrong);
    }

    private static void known(ObjectNode node, Set<String> members) {
        var unknown = new ArrayList<ApiProblem.Flaw>();
        node.propertyNames().stream()
                .filter(n -> !members.contains(n))
                .forEach(n -> unknown.add(
                        new ApiProblem.Flaw("/" + n, "property.unknown", Words.t("api.property.unknown", n))));
        if (!unknown.isEmpty()) {
            throw ApiProblem.with(400, "property.unknown", unknown);
        }
    }

    private BatchItem item(int index, JsonNode node) {
        if (!(node instanceof ObjectNode mutation)) {
            throw ApiProblem.of(400, "json.object");
        }
        known(mutation, OF_ITEM);
        var act = act(mutation.path("action").asString(""));
        var type = objects.of(mutation.path("objects").asString(""), act.right());
        var sent = mutation.get("values") instanceof ObjectNode values ? values : Values.object();
        var id = act == BatchItem.Act.CREATE
                ? Ids.next()
                : id(mutation.path("id").asString(""));
        return new BatchItem(index, act, type, id, version(mutation), sent, values(type, sent));
    }

    private static ObjectNode values(ObjectType type, ObjectNode sent) {
        try {
            return ApiInput.values(type, sent);
        } catch (ApiProblem problem) {
            throw problem.below("/values");
        }
    }

    private static BatchItem.Act act(String text) {
        for (var act : BatchItem.Act.values()) {
            if (act.name().toLowerCase(Locale.ROOT).equals(text)) {
                return act;
            }
        }
        throw ApiProblem.of(400, "batch.action");
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw ApiProblem.of(404, "not.found");
        }
    }

    private static @Nullable Integer version(ObjectNode mutation) {
        var version = mutation.get("version");
        if (version == null || version.isNull()) {
            return null;
        }
        if (!version.isInt()) {
            throw ApiProblem.of(400, "if-match.malformed");
        }
        return version.asInt();
    }
}
