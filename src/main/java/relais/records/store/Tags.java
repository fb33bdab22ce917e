package relais.records.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import relais.platform.database.Reading;
import relais.platform.database.Rows;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.platform.text.Fold;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.Storage;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;

/** Tags of a record: rows of a tagging table that carry the record's name key and rights, for lists by tag. */
public final class Tags {
    private Tags() {}

    /** The fields of this object that hold tags. */
    public static List<Field> fields(ObjectType type) {
        return type.fields().stream().filter(f -> f.type() == FieldType.TAGS).toList();
    }

    /** Adds the tags to these states. */
    static void load(DSLContext sql, ObjectType type, Map<UUID, Snapshot> records, Predicate<Field> wanted) {
        for (var field : fields(type).stream().filter(wanted).toList()) {
            var labels = (Storage.Labels) field.storage();
            var text = "SELECT g." + labels.owner() + ", t.label FROM " + labels.taggingTable() + " g JOIN "
                    + labels.tagTable() + " t ON t.tenant_id = g.tenant_id AND t.id = g.tag_id"
                    + " WHERE g.tenant_id = ? AND t.tenant_id = ? AND g." + labels.owner() + " = ANY(?) ORDER BY t.key";
            var binds = List.of(Tenancy.id(), Tenancy.id(), Reading.any(records.keySet()));
            Reading.each(sql, text, binds, row -> {
                var record = records.get(row.getObject(1, UUID.class));
                if (record != null) {
                    record.values().withArray(field.name()).add(row.getString(2));
                }
            });
        }
    }

    /** Writes the tags of these records anew where tags, name or rights changed; a new record, of version 1, has none. */
    public static void write(DSLContext sql, Field field, Collection<Snapshot> records) {
        var labels = (Storage.Labels) field.storage();
        var ids = ensure(sql, labels, records, field);
        var owners =
                records.stream().filter(r -> r.version() > 1).map(Snapshot::id).toArray(UUID[]::new);
        if (owners.length > 0) {
            clear(sql, labels, owners);
        }
        var rows =
                new Rows(labels.taggingTable(), "tag_id", "name_key", labels.owner(), "site_id", "owner_id", "shared");
        for (var record : records) {
            for (var label : record.value(field.name())) {
                rows.add(row(record, Objects.requireNonNull(ids.get(Fold.key(label.asString())))));
            }
        }
        rows.insert(sql);
    }

    private static void clear(DSLContext sql, Storage.Labels labels, UUID[] owners) {
        sql.query(
                        "DELETE FROM " + labels.taggingTable() + " WHERE tenant_id = ? AND " + labels.owner()
                                + " = ANY(?)",
                        Tenancy.id(),
                        owners)
                .execute();
    }

    private static @Nullable Object[] row(Snapshot record, UUID tag) {
        return new @Nullable Object[] {
            tag,
            Columns.folded(record.title()),
            record.id(),
            id(record.value("site")),
            id(record.value("owner")),
            record.value("shared").asBoolean(false)
        };
    }

    private static @Nullable UUID id(JsonNode value) {
        return Values.empty(value) ? null : UUID.fromString(value.asString());
    }

    /** The ids of all tags that these records bear; new labels become tags. */
    private static Map<String, UUID> ensure(
            DSLContext sql, Storage.Labels labels, Collection<Snapshot> records, Field field) {
        var wanted = new TreeMap<String, String>();
        records.forEach(r ->
                r.value(field.name()).forEach(l -> wanted.putIfAbsent(Fold.key(l.asString()), l.asString())));
        var known = find(sql, labels, wanted.keySet());
        var missing = wanted.entrySet().stream()
                .filter(e -> !known.containsKey(e.getKey()))
                .map(e -> new Object[] {Tenancy.id(), Ids.next(), e.getKey(), e.getValue()})
                .toArray(Object[][]::new);
        if (missing.length == 0) {
            return known;
        }
        sql.batch("INSERT INTO " + labels.tagTable()
                        + " (tenant_id, id, key, label) VALUES (?, ?, ?, ?) ON CONFLICT (tenant_id, key) DO NOTHING")
                .bind(missing)
                .execute();
        return find(sql, labels, wanted.keySet());
    }

    private static Map<String, UUID> find(DSLContext sql, Storage.Labels labels, Collection<String> keys) {
        var ids = new HashMap<String, UUID>();
        if (!keys.isEmpty()) {
            sql.resultQuery(
                            "SELECT t.key, t.id FROM " + labels.tagTable()
                                    + " t WHERE t.tenant_id = ? AND t.key = ANY(?)",
                            Tenancy.id(),
                            keys.toArray(String[]::new))
                    .fetch()
                    .forEach(r -> ids.put(r.get(0, String.class), r.get(1, UUID.class)));
        }
        return ids;
    }
}
