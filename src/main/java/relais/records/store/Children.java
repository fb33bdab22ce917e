package relais.records.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import relais.platform.database.Reading;
import relais.platform.database.Rows;
import relais.platform.tenancy.Tenancy;
import relais.records.types.ContactPoints;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.Storage;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Collections of a record: rows of a child table that share the record's version and change. */
public final class Children {
    private Children() {}

    /** Adds the collections to these states. */
    static void load(DSLContext sql, ObjectType type, Map<UUID, Snapshot> records, Predicate<Field> wanted) {
        var kinds = new HashMap<String, Field>();
        fields(type).stream().filter(wanted).forEach(f -> kinds.put(ContactPoints.kind(f), f));
        if (kinds.isEmpty() || records.isEmpty()) {
            return;
        }
        var child = (Storage.Children) kinds.values().iterator().next().storage();
        var owner = "c." + child.owner();
        var text = "SELECT " + owner + ", c.id, c.kind, c.value FROM " + child.table() + " c"
                + " WHERE c.tenant_id = ? AND c.kind = ANY(?) AND " + owner + " = ANY(?)"
                + " ORDER BY " + owner + ", c.kind, c.position";
        var binds = List.of(Tenancy.id(), Reading.anyText(kinds.keySet()), Reading.any(records.keySet()));
        Reading.each(sql, text, binds, row -> {
            var field = kinds.get(row.getString(3));
            var record = records.get(row.getObject(1, UUID.class));
            if (field != null && record != null) {
                var element = (ObjectNode) Values.parse(row.getString(4));
                element.put("id", row.getString(2));
                record.values().withArray(field.name()).add(element);
            }
        });
    }

    static List<Field> fields(ObjectType type) {
        return type.fields().stream()
                .filter(f -> f.storage() instanceof Storage.Children)
                .toList();
    }

    /** Writes the difference between former and new elements of many records, in two batches. */
    public static final class Writes {
        private final String table;
        private final List<UUID> removed = new ArrayList<>();
        private final Rows added;

        public Writes(Storage.Children child) {
            this.table = child.table();
            this.added = new Rows(table, "id", child.owner(), "kind", "position", "key", "value");
        }

        /** Notes what must be written to make the former elements of one record the present ones. */
        public void replace(Field field, UUID owner, JsonNode former, JsonNode now) {
            var kind = ContactPoints.kind(field);
            var kept = new HashMap<String, JsonNode>();
            former.forEach(e -> kept.put(e.path("id").asString(""), e));
            int position = 0;
            for (var element : now) {
                var id = element.path("id").asString();
                var before = kept.get(id);
                boolean stays = former.path(position).path("id").asString("").equals(id) && element.equals(before);
                if (!stays) {
                    if (before != null) {
                        removed.add(UUID.fromString(id));
                    }
                    add(kind, owner, position, (ObjectNode) element);
                }
                kept.remove(id);
                position++;
            }
            kept.keySet().forEach(id -> removed.add(UUID.fromString(id)));
        }

        private void add(String kind, UUID owner, int position, ObjectNode element) {
            var value = Values.object();
            value.setAll(element);
            value.remove("id");
            var key = ContactPoints.key(kind, element);
            added.add(
                    UUID.fromString(element.path("id").asString()),
                    owner,
                    kind,
                    position,
                    key.length() > 500 ? key.substring(0, 500) : key,
                    JSONB.valueOf(Values.json(value)));
        }

        /** Writes what was noted. */
        public void execute(DSLContext sql) {
            if (!removed.isEmpty()) {
                sql.query(
                                "DELETE FROM " + table + " WHERE tenant_id = ? AND id = ANY(?)",
                                Tenancy.id(),
                                removed.toArray(UUID[]::new))
                        .execute();
            }
            added.insert(sql);
        }
    }

    /** The elements of a state's collection. */
    public static JsonNode of(ObjectNode state, Field field) {
        var value = state.get(field.name());
        return value == null ? JsonNodeFactory.instance.arrayNode() : value;
    }

    /** The child tables of this object, each once, with the column of their owner. */
    static Map<String, String> tables(ObjectType type) {
        var tables = new LinkedHashMap<String, String>();
        fields(type).forEach(f -> {
            var child = (Storage.Children) f.storage();
            tables.put(child.table(), child.owner());
        });
        return tables;
    }
}
