package relais.records.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.platform.text.Fold;
import relais.records.types.ContactPoints;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a row changes of an existing record, as the rules of its columns say. Pure. */
final class Merging {
    private static final String[] ADDRESS_PARTS = {"lines", "postcode", "city", "country"};

    private Merging() {}

    /** The values to write, and every difference, written or not. */
    record Effect(ObjectNode values, List<Difference> differences) {
        boolean changes() {
            return !values.isEmpty();
        }
    }

    static Effect effect(ObjectNode file, Snapshot current, Mapping mapping, Set<String> skipped) {
        var values = Values.object();
        var differences = new ArrayList<Difference>();
        file.properties().forEach(e -> {
            var field = current.type().field(e.getKey());
            if (field.isEmpty()) {
                return;
            }
            var rule = mapping.rule(e.getKey());
            var before = current.values().get(e.getKey());
            var said = said(field.get(), before, e.getValue(), rule);
            if (said != null) {
                boolean writes = writes(rule, before) && !skipped.contains(e.getKey());
                differences.add(new Difference(
                        e.getKey(),
                        before == null ? Values.none() : before,
                        shown(field.get(), before, said),
                        rule,
                        writes));
                if (writes) {
                    values.set(e.getKey(), said);
                }
            }
        });
        return new Effect(values, differences);
    }

    private static boolean writes(Rule rule, @Nullable JsonNode before) {
        return switch (rule) {
            case KEEP -> false;
            case OVERWRITE, ADD -> true;
            case BLANK -> Values.empty(before);
        };
    }

    /** The value that the field would take, null when the record says the same already. */
    private static @Nullable JsonNode said(Field field, @Nullable JsonNode before, JsonNode file, Rule rule) {
        boolean several = field.type() == FieldType.COLLECTION || field.type() == FieldType.TAGS;
        if (!several) {
            return Values.same(before, file) ? null : file;
        }
        var former = before == null || !before.isArray() ? JsonNodeFactory.instance.arrayNode() : (ArrayNode) before;
        var joined = field.type() == FieldType.TAGS ? tags(former, file) : points(field, former, file);
        if (joined == null) {
            return null;
        }
        return rule == Rule.OVERWRITE ? file : joined;
    }

    /** Of several values only the new ones are shown. */
    private static JsonNode shown(Field field, @Nullable JsonNode before, JsonNode said) {
        if (field.type() != FieldType.COLLECTION && field.type() != FieldType.TAGS || before == null) {
            return said;
        }
        var known = new HashSet<String>();
        before.forEach(e -> known.add(key(field, e)));
        var added = JsonNodeFactory.instance.arrayNode();
        said.forEach(e -> {
            if (!known.contains(key(field, e))) {
                added.add(e);
            }
        });
        return added;
    }

    private static String key(Field field, JsonNode element) {
        return field.type() == FieldType.TAGS
                ? Fold.key(element.asString(""))
                : ContactPoints.key(ContactPoints.kind(field), element);
    }

    private static @Nullable ArrayNode tags(ArrayNode former, JsonNode file) {
        var known = new HashSet<String>();
        former.forEach(t -> known.add(Fold.key(t.asString(""))));
        var joined = former.deepCopy();
        file.forEach(t -> {
            if (known.add(Fold.key(t.asString("")))) {
                joined.add(t);
            }
        });
        return joined.size() == former.size() ? null : joined;
    }

    private static @Nullable ArrayNode points(Field field, ArrayNode former, JsonNode file) {
        var kind = ContactPoints.kind(field);
        var joined = former.deepCopy();
        boolean changed = false;
        for (var element : file) {
            changed |= kind.equals(ContactPoints.ADDRESS) ? address(joined, element) : point(kind, joined, element);
        }
        return changed ? joined : null;
    }

    private static boolean point(String kind, ArrayNode points, JsonNode element) {
        var key = ContactPoints.key(kind, element);
        for (var known : points) {
            if (ContactPoints.key(kind, known).equals(key)) {
                return false;
            }
        }
        points.add(element);
        return true;
    }

    /** An address that only says more than a known one completes it; one that contradicts all is another. */
    private static boolean address(ArrayNode addresses, JsonNode element) {
        for (var known : addresses) {
            if (agrees(known, element)) {
                return complete((ObjectNode) known, element);
            }
        }
        addresses.add(element);
        return true;
    }

    private static boolean agrees(JsonNode known, JsonNode element) {
        for (var part : ADDRESS_PARTS) {
            var a = Fold.key(known.path(part).asString(""));
            var b = Fold.key(element.path(part).asString(""));
            if (!a.isEmpty() && !b.isEmpty() && !a.equals(b)) {
                return false;
            }
        }
        return true;
    }

    private static boolean complete(ObjectNode known, JsonNode element) {
        boolean changed = false;
        for (var part : ADDRESS_PARTS) {
            var said = element.path(part).asString("");
            if (!said.isEmpty() && known.path(part).asString("").isEmpty()) {
                known.put(part, said);
                changed = true;
            }
        }
        return changed;
    }
}
