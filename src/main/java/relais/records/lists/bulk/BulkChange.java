package relais.records.lists.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import relais.identity.Actor;
import relais.platform.text.Fold;
import relais.platform.web.Refused;
import relais.records.criteria.Criterion;
import relais.records.criteria.Operator;
import relais.records.types.Field;
import relais.records.types.FieldInput;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One change that many records get. */
sealed interface BulkChange {
    /** A field takes a value; JSON null empties it. */
    record Put(Field field, JsonNode value) implements BulkChange {}

    /** A label is added. */
    record AddTag(Field field, String label) implements BulkChange {}

    /** A label is taken off. */
    record RemoveTag(Field field, String label) implements BulkChange {}

    /** The records go to the trash. */
    record Delete() implements BulkChange {}

    /** Reads what a form says: {@code owner=<id>}, {@code tags+}, {@code tags-}, {@code delete}. */
    static BulkChange of(ObjectType type, String text, String tag) {
        if (text.equals("delete")) {
            return new Delete();
        }
        int at = text.indexOf('=');
        if (at > 0) {
            var field =
                    type.field(text.substring(0, at)).filter(Field::writable).orElseThrow(() -> unknown(text));
            return switch (FieldInput.read(
                    field, text.substring(at + 1), Actor.current().locale())) {
                case FieldInput.Result.Value v -> new Put(field, v.value());
                case FieldInput.Result.Bad bad -> throw new Refused("bulk.value", Labels.problem(bad.problem()));
            };
        }
        boolean add = text.endsWith("+");
        var field = type.field(text.isEmpty() ? "" : text.substring(0, text.length() - 1))
                .filter(f -> f.type() == FieldType.TAGS)
                .orElseThrow(() -> unknown(text));
        if (Fold.key(tag).isEmpty()) {
            throw new Refused("bulk.tagless");
        }
        return add ? new AddTag(field, tag.strip()) : new RemoveTag(field, tag.strip());
    }

    private static Refused unknown(String text) {
        return new Refused("bulk.unknown", text);
    }

    /** What this change writes into the record; the same values when nothing would differ. */
    default ObjectNode values(Snapshot row, Instant now) {
        ObjectNode values = Values.object();
        switch (this) {
            case Put put -> values.set(put.field().name(), put.value());
            case AddTag add ->
                values.set(add.field().name(), with(row.value(add.field().name()), add.label()));
            case RemoveTag remove ->
                values.set(
                        remove.field().name(), without(row.value(remove.field().name()), remove.label()));
            case Delete delete -> values.put(Snapshot.DELETED, now.toString());
        }
        return values;
    }

    /** The condition under which a record is so already, where one can be said. */
    default Optional<Criterion> already() {
        return switch (this) {
            case Put put
            when Values.empty(put.value()) ->
                Optional.of(new Criterion.Test(put.field().name(), Operator.EMPTY, List.of()));
            case Put put
            when Operator.IS.fits(put.field().type()) ->
                Optional.of(new Criterion.Test(put.field().name(), Operator.IS, List.of(put.value())));
            case Put put -> Optional.empty();
            case AddTag add -> Optional.of(bearing(add.field(), Operator.HAS_ANY, add.label()));
            case RemoveTag remove -> Optional.of(bearing(remove.field(), Operator.HAS_NONE, remove.label()));
            case Delete delete -> Optional.empty();
        };
    }

    private static Criterion bearing(Field field, Operator operator, String label) {
        return new Criterion.Test(field.name(), operator, List.of(Values.text(label)));
    }

    /** Whether the record would be another one afterwards. */
    default boolean changes(Snapshot row) {
        return switch (this) {
            case Put put -> !Values.same(row.value(put.field().name()), put.value());
            case AddTag add -> !bears(row.value(add.field().name()), add.label());
            case RemoveTag remove -> bears(row.value(remove.field().name()), remove.label());
            case Delete delete -> !row.deleted();
        };
    }

    private static boolean bears(JsonNode tags, String label) {
        return tags.valueStream().anyMatch(t -> Fold.key(t.asString()).equals(Fold.key(label)));
    }

    private static JsonNode with(JsonNode tags, String label) {
        var array = JsonNodeFactory.instance.arrayNode();
        tags.forEach(array::add);
        return bears(tags, label) ? array : array.add(label);
    }

    private static JsonNode without(JsonNode tags, String label) {
        var array = JsonNodeFactory.instance.arrayNode();
        tags.valueStream()
                .filter(t -> !Fold.key(t.asString()).equals(Fold.key(label)))
                .forEach(array::add);
        return array;
    }
}
