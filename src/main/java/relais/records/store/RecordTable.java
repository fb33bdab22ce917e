package relais.records.store;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.Storage;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** The table of one object: how a record's values are read from its columns. */
public final class RecordTable {
    /** The name under which queries speak of the table. */
    public static final String ALIAS = "r";

    private static final org.jooq.Field<UUID> TENANT = column("tenant_id", SQLDataType.UUID);
    private static final org.jooq.Field<UUID> ID = column("id", SQLDataType.UUID);
    private static final org.jooq.Field<Integer> VERSION = column("version", SQLDataType.INTEGER);
    private static final org.jooq.Field<JSONB> CUSTOM = column("custom", SQLDataType.JSONB);
    private static final org.jooq.Field<JSONB> NOTHING = DSL.inline((JSONB) null);
    private static final org.jooq.Field<OffsetDateTime> CREATED =
            column("created_at", SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final org.jooq.Field<OffsetDateTime> UPDATED =
            column("updated_at", SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final org.jooq.Field<OffsetDateTime> DELETED =
            column("deleted_at", SQLDataType.TIMESTAMPWITHTIMEZONE);

    private final ObjectType type;
    private final org.jooq.Table<Record> table;
    private final List<Field> own;

    /** The table of this object, with the columns of its fields. */
    RecordTable(ObjectType type) {
        this.type = type;
        var parts = type.table().split("\\.");
        this.table = table(name(parts[0], parts[1]));
        this.own = type.fields().stream()
                .filter(f -> f.storage() instanceof Storage.Column)
                .toList();
    }

    /** The rows of these ids as states; for a write they are locked, in the order of their ids. */
    Map<UUID, Snapshot> load(DSLContext sql, Collection<UUID> ids, boolean lock, Predicate<Field> wanted) {
        var custom = type.fields().stream().filter(Field::custom).toList();
        boolean whole = custom.isEmpty() || custom.stream().anyMatch(wanted);
        var columns =
                new ArrayList<org.jooq.Field<?>>(List.of(ID, VERSION, whole ? CUSTOM : NOTHING, CREATED, DELETED));
        own.forEach(f -> columns.add(Columns.value(ALIAS, f)));
        var query = sql.select(columns)
                .from(table.as(ALIAS))
                .where(TENANT.eq(Tenancy.id()))
                .and(ID.eq(any(ids.toArray(UUID[]::new))))
                .orderBy(ID);
        var rows = lock ? query.forUpdate().fetch() : query.fetch();
        var found = new LinkedHashMap<UUID, Snapshot>();
        rows.forEach(r -> {
            // By place: finding a column by its name takes longer than all else here.
            var id = r.get(0, UUID.class);
            found.put(id, new Snapshot(type, id, r.get(1, Integer.class), state(r)));
        });
        return found;
    }

    private ObjectNode state(Record row) {
        var state = Values.object();
        for (int i = 0; i < own.size(); i++) {
            put(state, own.get(i), row.get(5 + i));
        }
        if (row.get(2) instanceof JSONB json) {
            Values.parse(json.data()).properties().forEach(e -> state.set("custom." + e.getKey(), e.getValue()));
        }
        put(state, Snapshot.CREATED, row.get(3));
        put(state, Snapshot.DELETED, row.get(4));
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

    private static <T> org.jooq.Field<T> column(String column, org.jooq.DataType<T> type) {
        return DSL.field(name(ALIAS, column), type);
    }
}
