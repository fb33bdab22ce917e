package relais.records.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.records.Records;
import relais.records.changes.Change;
import relais.records.types.ContactPoints;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells what two people changed of the same record apart, field by field. */
@Component
class Conflicts {
    private final FieldViews views;
    private final Records records;

    Conflicts(FieldViews views, Records records) {
        this.views = views;
        this.records = records;
    }

    /** Compares the sent values with what stands now and what stood when the form was opened. */
    Conflict between(Snapshot current, List<Change> since, ObjectNode sent) {
        var base = base(current, since);
        var rows = new ArrayList<Conflict.Row>();
        var rest = Values.object();
        for (var field : current.type().fields()) {
            var mine = sent.get(field.name());
            if (mine == null || same(field, mine, base.get(field.name()))) {
                continue;
            }
            if (!touched(field, since) || same(field, mine, current.value(field.name()))) {
                rest.set(field.name(), mine);
            } else {
                rows.add(row(current, field, mine));
            }
        }
        return new Conflict(current, rows, rest);
    }

    /** The values as the form showed them: the oldest former value since then, or the present one. */
    private static Map<String, JsonNode> base(Snapshot current, List<Change> since) {
        var base = new LinkedHashMap<String, JsonNode>();
        current.type().fields().forEach(f -> base.put(f.name(), current.value(f.name())));
        for (var change : since) {
            var before = change.before();
            if (before != null) {
                before.properties().forEach(e -> base.put(e.getKey(), e.getValue()));
            }
        }
        return base;
    }

    private static boolean touched(Field field, List<Change> since) {
        return since.stream().anyMatch(c -> {
            var after = c.after();
            return after != null && after.has(field.name());
        });
    }

    private Conflict.Row row(Snapshot current, Field field, JsonNode mine) {
        var theirs = views.one(current, field);
        var values = current.values().deepCopy();
        values.set(field.name(), mine);
        var sent = views.one(new Snapshot(current.type(), current.id(), current.version(), values), field);
        var origin = records.provenance(current.type().name(), current.id(), field.name())
                .orElse(null);
        if (origin == null) {
            throw new IllegalStateException("A changed field has no change");
        }
        return new Conflict.Row(theirs, sent, origin.operation().actorName(), origin.at());
    }

    /** Whether two values mean the same; contact points are what they are, wherever they come from. */
    static boolean same(Field field, JsonNode a, @Nullable JsonNode b) {
        if (field.type() != FieldType.COLLECTION || Values.empty(a) || Values.empty(b) || b == null) {
            return Values.same(a, b);
        }
        return points(field, a).equals(points(field, b));
    }

    private static List<String> points(Field field, JsonNode elements) {
        var kind = ContactPoints.kind(field);
        return elements.valueStream()
                .map(e -> ContactPoints.key(kind, e) + "|" + e.path("label").asString(""))
                .collect(Collectors.toList());
    }
}
