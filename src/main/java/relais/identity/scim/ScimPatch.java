package relais.identity.scim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Applies the operations of a PATCH to a resource; what Relais does not keep is read over. */
final class ScimPatch {
    private static final int MOST = 1_000;
    private static final Pattern CORE = Pattern.compile("(?i)urn:ietf:params:scim:schemas:core:2\\.0:(User|Group):");
    private static final Pattern PATH =
            Pattern.compile("([A-Za-z$][\\w$-]*)(?:\\[([^\\]]{1,300})])?(?:\\.([A-Za-z$][\\w$-]*))?");
    private static final Pattern VALUE = Pattern.compile("(?i)\\s*value\\s+eq\\s+\"([^\"]*)\"\\s*");
    private static final List<String> LISTS = List.of("members", "roles", "emails");
    private static final Map<String, String> KEPT = Stream.of(
                    "userName", "displayName", "active", "externalId", "name", "emails", "roles", "members")
            .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name));

    private final ObjectNode resource;

    ScimPatch(ObjectNode resource) {
        this.resource = resource;
    }

    ObjectNode apply(ObjectNode body) {
        var operations = field(body, "Operations");
        if (!operations.isArray() || operations.isEmpty() || operations.size() > MOST) {
            throw ScimProblem.syntax("A PATCH has from 1 to " + MOST + " Operations.");
        }
        operations.valueStream().forEach(this::apply);
        return resource;
    }

    private void apply(JsonNode operation) {
        var verb = field(operation, "op").asString("").toLowerCase(Locale.ROOT);
        if (!List.of("add", "replace", "remove").contains(verb)) {
            throw ScimProblem.syntax("An operation adds, replaces or removes.");
        }
        var path = field(operation, "path").asString("");
        var value = field(operation, "value");
        if (!path.isEmpty()) {
            apply(verb, path, value);
        } else if (value instanceof ObjectNode all && !verb.equals("remove")) {
            all.properties().forEach(one -> apply(verb, one.getKey(), one.getValue()));
        } else {
            throw ScimProblem.of(400, "noTarget", "The operation needs a path, or an object as its value.");
        }
    }

    private void apply(String verb, String path, JsonNode value) {
        var bare = CORE.matcher(path).replaceFirst("");
        if (bare.toLowerCase(Locale.ROOT).startsWith("urn:")) {
            return; // an extension that is not kept
        }
        var parts = PATH.matcher(bare);
        if (!parts.matches()) {
            throw ScimProblem.of(400, "invalidPath", "This path is not understood.");
        }
        var attribute = KEPT.get(parts.group(1).toLowerCase(Locale.ROOT));
        if (attribute == null) {
            return;
        }
        if (LISTS.contains(attribute)) {
            list(verb, attribute, parts.group(2), parts.group(3), value);
        } else if (parts.group(3) != null) {
            resource.withObject(attribute).set(parts.group(3), verb.equals("remove") ? null : value);
        } else if (verb.equals("remove")) {
            resource.remove(attribute);
        } else {
            resource.set(attribute, value);
        }
    }

    private void list(String verb, String attribute, @Nullable String filter, @Nullable String part, JsonNode value) {
        var kept = new ArrayList<JsonNode>();
        resource.path(attribute).valueStream().forEach(kept::add);
        if (part != null) { // emails[type eq "work"].value
            var one = JsonMapper.shared().createObjectNode();
            one.set(part, value);
            set(attribute, verb.equals("remove") ? List.of() : List.of(one));
        } else if (verb.equals("remove")) {
            kept.removeIf(one -> gone(one, filter, value));
            set(attribute, kept);
        } else {
            var fresh = value.isArray() ? value.valueStream().toList() : List.of(value);
            if (verb.equals("replace") && filter == null) {
                kept.clear();
            }
            fresh.stream()
                    .filter(one -> kept.stream().noneMatch(other -> id(other).equals(id(one))))
                    .forEach(kept::add);
            set(attribute, kept);
        }
    }

    private static boolean gone(JsonNode one, @Nullable String filter, JsonNode value) {
        if (filter != null) {
            var wanted = VALUE.matcher(filter);
            if (!wanted.matches()) {
                throw ScimProblem.of(400, "invalidPath", "Values are chosen by value eq.");
            }
            return id(one).equalsIgnoreCase(wanted.group(1));
        }
        return !value.isArray()
                || value.valueStream().anyMatch(other -> id(other).equalsIgnoreCase(id(one)));
    }

    private static String id(JsonNode one) {
        return one.isObject() ? one.path("value").asString("") : one.asString("");
    }

    private void set(String attribute, List<JsonNode> values) {
        ArrayNode array = resource.putArray(attribute);
        values.forEach(array::add);
    }

    /** Names are compared without case. */
    private static JsonNode field(JsonNode object, String name) {
        return object.properties().stream()
                .filter(one -> one.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> JsonMapper.shared().missingNode());
    }
}
