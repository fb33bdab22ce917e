package relais.records.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import relais.platform.database.Reading;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.Storage;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** The table of one object: how a record's values are read from its columns. */
public final class RecordTable {
    private final ObjectType type;
    private final List<Field> own;

    /** The table of this object, with the columns of its fields. */
    RecordTable(ObjectType type) {
        this.type = type;
        this.own = type.fields().stream()
                .filter(f -> f.storage() instanceof Storage.Column)
                .toList();
    }

    /** The rows of these ids as states; for a write they are locked, in the order of their ids. */
    Map<UUID, Snapshot> load(DSLContext sql, Collection<UUID> ids, boolean lock, Predicate<Field> wanted) {
        var custom = type.fields().stream().filter(Field::custom).toList();
        boolean whole = custom.isEmpty() || custom.stream().anyMatch(wanted);
        var found = new LinkedHashMap<UUID, Snapshot>();
        Reading.each(sql, text(whole, lock), List.of(Tenancy.id(), Reading.any(ids)), row -> {
            var id = row.getObject(1, UUID.class);
            found.put(id, new Snapshot(type, id, row.getInt(2), state(row)));
        });
        return found;
    }

    private String text(boolean whole, boolean lock) {
        var text = new StringBuilder("SELECT r.id, r.version, ")
                .append(whole ? "r.custom" : "NULL")
                .append(", r.created_at, r.deleted_at");
        own.forEach(f -> text.append(", r.").append(((Storage.Column) f.storage()).column()));
        return text.append(" FROM ")
                .append(type.table())
                .append(" r WHERE r.tenant_id = ? AND r.id = ANY(?)")
                .append(type.only("r"))
                .append(" ORDER BY r.id")
                .append(lock ? " FOR UPDATE" : "")
                .toString();
    }

    private ObjectNode state(ResultSet row) throws SQLException {
        var state = Values.object();
        for (int i = 0; i < own.size(); i++) {
            var field = own.get(i);
            put(state, field, Columns.stored(field.type(), row, 6 + i));
        }
        var custom = row.getString(3);
        if (custom != null) {
            Values.parse(custom).properties().forEach(e -> state.set("custom." + e.getKey(), e.getValue()));
            type.trim(state);
        }
        put(state, Snapshot.CREATED, Columns.stored(FieldType.INSTANT, row, 4));
        put(state, Snapshot.DELETED, Columns.stored(FieldType.INSTANT, row, 5));
        return state;
    }

    private static void put(ObjectNode state, Field field, @Nullable Object stored) {
        if (!field.has(Field.Trait.FLAG) || Boolean.TRUE.equals(stored)) {
            put(state, field.name(), stored);
        }
    }

    private static void put(ObjectNode state, String member, @Nullable Object stored) {
        if (stored != null) {
            state.set(member, Columns.read(stored));
        }
    }
}
