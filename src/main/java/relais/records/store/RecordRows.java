package relais.records.store;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import relais.platform.database.Rows;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.Storage;

/** Writes the rows of one object's table: all new ones, or all that change in the same columns, in one statement. */
public final class RecordRows {
    private final ObjectType type;
    private final DSLContext sql;

    public RecordRows(ObjectType type, DSLContext sql) {
        this.type = type;
        this.sql = sql;
    }

    /** Inserts new rows. */
    public void insert(List<Snapshot> records, OffsetDateTime now) {
        if (records.isEmpty()) {
            return;
        }
        var cells = RecordCells.all(type, now);
        var columns = new ArrayList<>(List.of("id"));
        cells.forEach(c -> columns.add(c.column()));
        var rows = new Rows(type.table(), columns);
        for (var record : records) {
            var line = new @Nullable Object[columns.size()];
            line[0] = record.id();
            for (int i = 0; i < cells.size(); i++) {
                line[i + 1] = cells.get(i).value().apply(record);
            }
            rows.add(line);
        }
        rows.insert(sql);
    }

    /** Writes these fields of rows that exist, one statement per set of fields. */
    public void update(Map<List<Field>, List<Snapshot>> byFields, OffsetDateTime now) {
        byFields.forEach((fields, records) -> update(RecordCells.of(type, fields, now), records));
    }

    /** Writes what Relais derives itself: no new version, no other moment. */
    public void derive(List<Field> fields, List<Snapshot> records) {
        if (!records.isEmpty()) {
            update(RecordCells.derived(type, fields), records);
        }
    }

    private void update(List<RecordCells.Cell> cells, List<Snapshot> records) {
        if (records.size() == 1) {
            update(cells, records.getFirst());
            return;
        }
        var binds = new ArrayList<@Nullable Object>();
        binds.add(records.stream().map(Snapshot::id).toArray(UUID[]::new));
        for (var cell : cells) {
            var texts = new @Nullable String[records.size()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = text(cell.value().apply(records.get(i)));
            }
            binds.add(texts);
        }
        binds.add(Tenancy.id());
        sql.query(statement(cells), binds.toArray()).execute();
    }

    /** One row is written by a statement that PostgreSQL plans once. */
    private void update(List<RecordCells.Cell> cells, Snapshot record) {
        var binds = new ArrayList<@Nullable Object>();
        cells.forEach(c -> binds.add(text(c.value().apply(record))));
        binds.add(Tenancy.id());
        binds.add(record.id());
        var values = cells.stream()
                .map(c -> c.column() + " = CAST(CAST(? AS text) AS " + c.type() + ")")
                .collect(Collectors.joining(", "));
        sql.query(
                        "UPDATE " + type.table() + " AS r SET " + values + " WHERE r.tenant_id = ? AND r.id = ?",
                        binds.toArray())
                .execute();
    }

    private String statement(List<RecordCells.Cell> cells) {
        var columns = cells.stream().map(RecordCells.Cell::column).toList();
        return "UPDATE " + type.table() + " AS r SET "
                + cells.stream()
                        .map(c -> c.column() + " = CAST(x." + c.column() + " AS " + c.type() + ")")
                        .collect(Collectors.joining(", "))
                + " FROM unnest(CAST(? AS uuid[])" + ", CAST(? AS text[])".repeat(cells.size()) + ") AS x (id, "
                + String.join(", ", columns) + ") WHERE r.tenant_id = ? AND r.id = x.id";
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case JSONB json -> json.data();
            case OffsetDateTime at -> at.toInstant().toString();
            default -> value.toString();
        };
    }

    /** Takes rows away, with their collections and tags. */
    public void delete(List<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Children.tables(type).forEach((table, owner) -> delete(table, owner, ids));
        Tags.fields(type).forEach(f -> {
            var labels = (Storage.Labels) f.storage();
            delete(labels.taggingTable(), labels.owner(), ids);
        });
        delete(type.table(), "id", ids);
    }

    private void delete(String table, String column, List<UUID> ids) {
        sql.query(
                        "DELETE FROM " + table + " WHERE tenant_id = ? AND " + column + " = ANY(?)",
                        Tenancy.id(),
                        ids.toArray(UUID[]::new))
                .execute();
    }
}
