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
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.Storage;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** The table of one object: which columns it has and how a record's values lie in them. */
public final class RecordTable {
    /** The name under which queries speak of the table. */
    public static final String ALIAS = "r";
    private static final org.jooq.Field<UUID> TENANT = column("tenant_id", SQLDataType.UUID);
    private static final org.jooq.Field<UUID> ID = column("id", SQLDataType.UUID);
    private static final org.jooq.Field<Integer> VERSION = column("version", SQLDataType.INTEGER);
    private static final org.jooq.Field<JSONB> CUSTOM = column("custom", SQLDataType.JSONB);
    private static final org.jooq.Field<OffsetDateTime> CREATED =
            column("created_at", SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final org.jooq.Field<OffsetDateTime> UPDATED =
            column("updated_at", SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final org.jooq.Field<OffsetDateTime> DELETED =
            column("deleted_at", SQLDataType.TIMESTAMPWITHTIMEZONE);

    private final ObjectType type;
    private final org.jooq.Table<Record> table;
    private final List<Field> own;
    private final List<Field> custom;

    /** The table of this object, with the columns of its fields. */
    public RecordTable(ObjectType type) {
        this.type = type;
        var parts = type.table().split("\\.");
        this.table = table(name(parts[0], parts[1]));
        this.own = type.fields().stream()
                .filter(f -> f.storage() instanceof Storage.Column)
                .toList();
        this.custom = type.fields().stream().filter(Field::custom).toList();
    }

    /** The rows of these ids as states; for a write they are locked, in the order of their ids. */
    Map<UUID, Snapshot> load(DSLContext sql, Collection<UUID> ids, boolean lock) {
        var columns = new ArrayList<org.jooq.Field<?>>(List.of(ID, VERSION, CUSTOM, CREATED, DELETED));
        own.forEach(f -> columns.add(Columns.value(ALIAS, f)));
        var query = sql.select(columns)
                .from(table.as(ALIAS))
                .where(TENANT.eq(Tenancy.id()))
                .and(ID.eq(any(ids.toArray(UUID[]::new))))
                .orderBy(ID);
        var rows = lock ? query.forUpdate().fetch() : query.fetch();
        var found = new LinkedHashMap<UUID, Snapshot>();
        rows.forEach(r -> {
            var id = r.get(ID);
            found.put(id, new Snapshot(type, id, r.get(VERSION), state(r)));
        });
        return found;
    }

    private ObjectNode state(Record row) {
        var state = Values.object();
        for (int i = 0; i < own.size(); i++) {
            put(state, own.get(i), row.get(5 + i));
        }
        var json = row.get(CUSTOM);
        if (json != null) {
            Values.parse(json.data()).properties().forEach(e -> state.set("custom." + e.getKey(), e.getValue()));
        }
        put(state, Snapshot.CREATED, row.get(CREATED));
        put(state, Snapshot.DELETED, row.get(DELETED));
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

    /** Inserts new rows, one batch. */
    public void insert(DSLContext sql, List<Snapshot> rows, OffsetDateTime now) {
        if (rows.isEmpty()) {
            return;
        }
        var columns = new ArrayList<org.jooq.Field<?>>();
        var lines = new ArrayList<Object[]>();
        for (var row : rows) {
            var cells = cells(row, type.fields());
            cells.put(TENANT, Tenancy.id());
            cells.put(ID, row.id());
            cells.put(VERSION, row.version());
            cells.put(CUSTOM, custom(row));
            cells.put(CREATED, Columns.stored(FieldType.INSTANT, row.value(Snapshot.CREATED)));
            cells.put(UPDATED, now);
            cells.put(DELETED, Columns.stored(FieldType.INSTANT, row.value(Snapshot.DELETED)));
            if (columns.isEmpty()) {
                columns.addAll(cells.keySet());
            }
            lines.add(cells.values().toArray());
        }
        var insert = sql.insertInto(table)
                .columns(columns.stream().map(RecordTable::bare).toList())
                .values(new Object[columns.size()]);
        sql.batch(insert).bind(lines.toArray(Object[][]::new)).execute();
    }

    /** Writes these fields of rows that exist, one batch per set of fields. */
    public void update(DSLContext sql, Map<List<Field>, List<Snapshot>> byFields, OffsetDateTime now) {
        byFields.forEach((fields, rows) -> update(sql, fields, rows, now));
    }

    private void update(DSLContext sql, List<Field> fields, List<Snapshot> rows, OffsetDateTime now) {
        boolean customToo = fields.stream().anyMatch(Field::custom);
        var lines = new ArrayList<Object[]>();
        Map<org.jooq.Field<?>, @Nullable Object> shape = Map.of();
        for (var row : rows) {
            var cells = cells(row, fields);
            cells.put(VERSION, row.version());
            cells.put(UPDATED, now);
            cells.put(DELETED, Columns.stored(FieldType.INSTANT, row.value(Snapshot.DELETED)));
            if (customToo) {
                cells.put(CUSTOM, custom(row));
            }
            shape = cells;
            var line = new ArrayList<@Nullable Object>(cells.values());
            line.add(Tenancy.id());
            line.add(row.id());
            lines.add(line.toArray());
        }
        var nulls = new LinkedHashMap<org.jooq.Field<?>, @Nullable Object>();
        shape.keySet().forEach(f -> nulls.put(bare(f), null));
        var update = sql.update(table)
                .set(nulls)
                .where(bareTenant().eq((UUID) null))
                .and(DSL.field(name("id"), SQLDataType.UUID).eq((UUID) null));
        sql.batch(update).bind(lines.toArray(Object[][]::new)).execute();
    }

    /** Takes rows away. */
    public void delete(DSLContext sql, List<UUID> ids) {
        if (!ids.isEmpty()) {
            sql.deleteFrom(table)
                    .where(bareTenant().eq(Tenancy.id()))
                    .and(DSL.field(name("id"), SQLDataType.UUID).eq(any(ids.toArray(UUID[]::new))))
                    .execute();
        }
    }

    private Map<org.jooq.Field<?>, @Nullable Object> cells(Snapshot row, List<Field> fields) {
        var cells = new LinkedHashMap<org.jooq.Field<?>, @Nullable Object>();
        boolean titled = false;
        for (var field : fields) {
            switch (field.storage()) {
                case Storage.Column c -> {
                    if (field.writable()) {
                        cells.put(Columns.value(ALIAS, field), Columns.stored(field, row.value(field.name())));
                    }
                    titled |= type.titles().contains(field.name());
                    if (c.key() != null && !titles(field)) {
                        put(cells, Columns.key(ALIAS, field), Columns.key(field, row.value(field.name())));
                    }
                }
                case Storage.Custom c
                when c.slot() != null ->
                    put(cells, Columns.key(ALIAS, field), Columns.key(field, row.value(field.name())));
                case Storage.Custom c -> {}
                case Storage.Children c -> {}
                case Storage.Labels l -> {}
            }
        }
        if (titled) {
            var key = Columns.key(ALIAS, type.required(type.titles().getFirst()));
            if (keyedTitle()) {
                put(cells, key, Columns.folded(row.title()));
            }
        }
        return cells;
    }

    private static void put(
            Map<org.jooq.Field<?>, @Nullable Object> cells,
            org.jooq.@Nullable Field<?> column,
            @Nullable Object value) {
        if (column != null) {
            cells.put(column, value);
        }
    }

    private boolean titles(Field field) {
        return field.name().equals(type.titles().getFirst());
    }

    private boolean keyedTitle() {
        return type.required(type.titles().getFirst()).storage() instanceof Storage.Column c && c.key() != null;
    }

    private JSONB custom(Snapshot row) {
        var json = Values.object();
        for (var field : custom) {
            if (!Values.empty(row.value(field.name()))) {
                json.set(((Storage.Custom) field.storage()).member(), row.value(field.name()));
            }
        }
        row.values().properties().forEach(e -> {
            // Values of fields that an administrator deleted stay, so that undoing the deletion shows them again.
            if (e.getKey().startsWith("custom.") && type.field(e.getKey()).isEmpty()) {
                json.set(e.getKey().substring(7), e.getValue());
            }
        });
        return JSONB.valueOf(Values.json(json));
    }

    private static org.jooq.Field<UUID> bareTenant() {
        return DSL.field(name("tenant_id"), SQLDataType.UUID);
    }

    private static org.jooq.Field<?> bare(org.jooq.Field<?> aliased) {
        return DSL.field(aliased.getUnqualifiedName(), aliased.getDataType());
    }

    private static <T> org.jooq.Field<T> column(String column, org.jooq.DataType<T> type) {
        return DSL.field(name(ALIAS, column), type);
    }
}
