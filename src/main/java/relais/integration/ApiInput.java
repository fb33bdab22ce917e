package relais.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import relais.records.types.Field;
import relais.records.types.FieldInput;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.Problem;
import relais.records.types.Values;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the values of a record from JSON: what is not described is refused by name, nothing is dropped. */
final class ApiInput {
    private final ObjectType type;
    private final ObjectNode values = Values.object();
    private final List<ApiProblem.Flaw> flaws = new ArrayList<>();

    private ApiInput(ObjectType type) {
        this.type = type;
    }

    /** The values by field; refuses unknown and read-only properties. */
    static ObjectNode values(ObjectType type, ObjectNode body) {
        var input = new ApiInput(type);
        body.properties().forEach(p -> input.property(p.getKey(), p.getValue()));
        if (!input.flaws.isEmpty()) {
            throw ApiProblem.with(400, "property.unknown", input.flaws);
        }
        return input.values;
    }

    private void property(String name, JsonNode value) {
        var pointer = "/" + escaped(name);
        if (name.equals(ApiShape.CUSTOM)) {
            custom(value);
        } else if (ApiShape.OWN.contains(name)) {
            flaw(pointer, "property.readonly", name);
        } else {
            type.field(name)
                    .filter(f -> !f.custom())
                    .ifPresentOrElse(f -> field(f, pointer, value), () -> flaw(pointer, "property.unknown", name));
        }
    }

    private void custom(JsonNode own) {
        if (!own.isObject() && !own.isNull()) {
            flaw("/" + ApiShape.CUSTOM, "property.object", ApiShape.CUSTOM);
            return;
        }
        own.properties().forEach(p -> {
            var pointer = "/" + ApiShape.CUSTOM + "/" + escaped(p.getKey());
            type.field(ApiShape.CUSTOM + "." + p.getKey())
                    .filter(Field::custom)
                    .ifPresentOrElse(
                            f -> field(f, pointer, p.getValue()),
                            () -> flaw(pointer, "property.unknown", ApiShape.CUSTOM + "." + p.getKey()));
        });
    }

    private void field(Field field, String pointer, JsonNode value) {
        if (field.type() == FieldType.COLLECTION && value.isArray()) {
            values.set(field.name(), points(field, pointer, value));
        } else {
            values.set(field.name(), value);
        }
    }

    private JsonNode points(Field field, String pointer, JsonNode given) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < given.size(); i++) {
            var here = pointer + "/" + i;
            if (!given.get(i).isObject()) {
                flaw(here, "property.object", field.name());
                continue;
            }
            var point = array.addObject();
            given.get(i).properties().forEach(p -> {
                if (!ApiShape.parts(field).contains(p.getKey())) {
                    flaw(here + "/" + escaped(p.getKey()), "property.unknown", field.name() + "." + p.getKey());
                } else if (p.getValue().isArray()) {
                    point.put(p.getKey(), lines(p.getValue()));
                } else if (!p.getValue().isNull()) {
                    point.set(p.getKey(), p.getValue());
                }
            });
        }
        return array;
    }

    /** The lines of an address may come as a list. */
    private static String lines(JsonNode list) {
        return list.valueStream().map(l -> l.asString("")).collect(Collectors.joining("\n"));
    }

    private void flaw(String pointer, String code, String name) {
        flaws.add(new ApiProblem.Flaw(pointer, code, Words.t("api." + code, name)));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** What the records refused, with pointers into the body that was sent. */
    static ApiProblem rejected(ObjectType type, List<Problem> problems, ObjectNode sent) {
        return ApiProblem.with(
                422,
                "values.refused",
                problems.stream()
                        .map(p -> new ApiProblem.Flaw(pointer(type, p, sent), p.code(), Labels.problem(p)))
                        .toList());
    }

    private static String pointer(ObjectType type, Problem problem, ObjectNode sent) {
        var field = type.field(problem.field());
        if (field.isEmpty()) {
            return problem.field().isEmpty() ? "" : "/" + escaped(problem.field());
        }
        var name = field.get().custom()
                ? "/" + ApiShape.CUSTOM + "/" + escaped(ApiShape.code(field.get()))
                : "/" + escaped(field.get().name());
        return field.get().type() == FieldType.COLLECTION ? name + element(field.get(), sent) : name;
    }

    /** The first contact point that can't be stored. */
    private static String element(Field field, ObjectNode sent) {
        var points = sent.path(field.name());
        for (int i = 0; points.isArray() && i < points.size(); i++) {
            var alone = JsonNodeFactory.instance.arrayNode().add(points.get(i));
            if (FieldInput.accept(field, alone) instanceof FieldInput.Result.Bad) {
                return "/" + i;
            }
        }
        return "";
    }
}
