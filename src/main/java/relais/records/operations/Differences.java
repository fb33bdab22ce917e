package relais.records.operations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.records.changes.Change;
import relais.records.types.ContactPoints;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.ReferenceNames;
import relais.records.types.Snapshot;
import relais.records.types.ValueText;
import relais.records.types.Values;
import relais.ui.Formats;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The differences of one change in words: each field with its former value and the one that took its place. */
@Component
class Differences {
    private static final int LONG = 400;

    private final ObjectTypes types;
    private final ReferenceNames references;

    Differences(ObjectTypes types, ReferenceNames references) {
        this.types = types;
        this.references = references;
    }

    List<OperationPages.Difference> of(Change change) {
        return of(types.of(change.object()), orEmpty(change.before()), orEmpty(change.after()), field -> true);
    }

    /** Those of these two states in the fields that fulfil the condition. */
    List<OperationPages.Difference> of(ObjectType type, ObjectNode before, ObjectNode after, Predicate<String> wanted) {
        var names = references.of(type, List.of(before, after));
        var differences = new ArrayList<OperationPages.Difference>();
        for (var field : type.fields()) {
            if (wanted.test(field.name())) {
                add(differences, Labels.field(type, field), texts(type, field, before, after, names));
            }
        }
        moment(Snapshot.DELETED, type, before, after, differences);
        return differences;
    }

    private static ObjectNode orEmpty(@Nullable ObjectNode node) {
        return node == null ? Values.object() : node;
    }

    private record Texts(String former, String now) {}

    private static void add(List<OperationPages.Difference> differences, String label, Texts texts) {
        if (!texts.former().equals(texts.now())) {
            differences.add(new OperationPages.Difference(label, orNull(texts.former()), orNull(texts.now())));
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Texts texts(
            ObjectType type, Field field, ObjectNode before, ObjectNode after, Map<UUID, String> names) {
        var former = before.path(field.name());
        var now = after.path(field.name());
        if (field.type() == FieldType.COLLECTION || field.type() == FieldType.TAGS) {
            var gone = less(field, former, now);
            var come = less(field, now, former);
            boolean reworded = gone.isEmpty() && come.isEmpty() && !Values.same(former, now);
            return reworded
                    ? new Texts(labels(former), labels(now))
                    : new Texts(text(type, field, gone, names), text(type, field, come, names));
        }
        return new Texts(text(type, field, former, names), text(type, field, now, names));
    }

    /** Of two lists the elements of the first that the second has not. */
    private static JsonNode less(Field field, JsonNode list, JsonNode other) {
        var rest = JsonNodeFactory.instance.arrayNode();
        list.forEach(element -> {
            if (other.valueStream().noneMatch(o -> same(field, o, element))) {
                rest.add(element);
            }
        });
        return rest;
    }

    /** The same addresses or numbers in another order or under other labels. */
    private static String labels(JsonNode points) {
        return points.valueStream()
                .map(p -> (p.path("value").asString(p.path("city").asString("")) + " "
                                + p.path("label").asString(""))
                        .strip())
                .collect(Collectors.joining(" · "));
    }

    private static boolean same(Field field, JsonNode a, JsonNode b) {
        return field.type() == FieldType.TAGS
                ? a.equals(b)
                : ContactPoints.key(ContactPoints.kind(field), a)
                        .equals(ContactPoints.key(ContactPoints.kind(field), b));
    }

    private static String text(ObjectType type, Field field, JsonNode value, Map<UUID, String> names) {
        var text = ValueText.of(type, field, value, names);
        return text.length() > LONG ? text.substring(0, LONG) + "…" : text;
    }

    private static void moment(
            String member,
            ObjectType type,
            ObjectNode before,
            ObjectNode after,
            List<OperationPages.Difference> differences) {
        add(
                differences,
                Labels.field(type, member),
                new Texts(moment(before.path(member)), moment(after.path(member))));
    }

    private static String moment(JsonNode value) {
        return Values.empty(value) ? "" : Formats.moment(Instant.parse(value.asString()));
    }
}
