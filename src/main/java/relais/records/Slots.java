package relais.records;

import static org.jooq.impl.DSL.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.tenancy.Tenancy;
import relais.records.changes.RecordsWritten;
import relais.records.store.Columns;
import relais.records.types.Field;
import relais.records.types.FieldDescription;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Storage;
import relais.records.types.TypeSql;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives custom fields the typed columns by which lists sort and filter them: the first free one when a field appears or
 * comes back, filled from the values that are there; a field that goes gives it back empty.
 */
@Service
public class Slots {
    private static final Map<String, Integer> WIDTH = Map.of("t", 16, "n", 8, "i", 4);
    private static final int CHUNK = 5_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final DSLContext sql;
    private final ObjectTypes types;

    Slots(DSLContext sql, ObjectTypes types) {
        this.sql = sql;
        this.types = types;
    }

    /** Follows the fields of the workspace, in the transaction that changes them. */
    @EventListener
    void fieldsWritten(RecordsWritten written) {
        if (written.type().name().equals(FieldDescription.NAME)) {
            written.items().forEach(this::follow);
        }
    }

    private void follow(RecordsWritten.Item item) {
        var state = item.state();
        if (state != null && !state.has(Snapshot.DELETED)) {
            retyped(item, state);
            if (Values.empty(state.get("slot"))) {
                takeFree(item.change().record());
            }
            return;
        }
        var gone = state == null ? Objects.requireNonNull(item.change().before()) : state;
        var slot = gone.path("slot").asString("");
        if (!slot.isEmpty()) {
            release(item.change().record(), types.of(gone.path("object").asString()), slot);
        }
    }

    /** A field that holds something else now needs another column, or none; its records were emptied before. */
    private void retyped(RecordsWritten.Item item, ObjectNode state) {
        var before = item.change().before();
        if (item.change().creates() || before == null || !before.has("type") || Values.empty(state.get("slot"))) {
            return;
        }
        release(
                item.change().record(),
                types.of(state.path("object").asString()),
                state.path("slot").asString());
        state.remove("slot");
    }

    /** Whether fields of this object can have a typed column at all. */
    public static boolean has(ObjectType type, FieldType field) {
        return type.listed() && Columns.slotFamily(field) != null;
    }

    /** Gives the field a column now if one is free; tells whether it has one. */
    @Transactional
    public boolean take(UUID id) {
        Actor.current().require(FieldDescription.NAME, Action.CONFIGURE);
        return takeFree(id);
    }

    private boolean takeFree(UUID id) {
        var row = sql.resultQuery(
                        "SELECT f.object, f.code, f.type, f.slot FROM records.field f WHERE f.tenant_id = ? AND f.id = ?"
                                + " AND f.deleted_at IS NULL FOR UPDATE",
                        Tenancy.id(),
                        id)
                .fetchOptional();
        if (row.isEmpty() || row.get().get("slot") != null) {
            return row.isPresent();
        }
        var type = types.of(row.get().get("object", String.class));
        var kind = FieldType.valueOf(row.get().get("type", String.class));
        var slot = has(type, kind)
                ? free(type, Objects.requireNonNull(Columns.slotFamily(kind)))
                : Optional.<String>empty();
        slot.ifPresent(s -> {
            set(id, s);
            types.forgetCustomFields();
            fill(type, field(row.get().get("code", String.class), kind, s));
        });
        return slot.isPresent();
    }

    /** The first column of this family that no living field of the object has. */
    public Optional<String> free(ObjectType type, String family) {
        var taken = sql.resultQuery(
                        "SELECT f.slot FROM records.field f WHERE f.tenant_id = ? AND f.object = ? AND f.slot IS NOT NULL"
                                + " AND f.deleted_at IS NULL",
                        Tenancy.id(),
                        type.name())
                .fetchSet(0, String.class);
        for (int i = 1; i <= Objects.requireNonNull(WIDTH.get(family)); i++) {
            if (!taken.contains(family + i)) {
                return Optional.of(family + i);
            }
        }
        return Optional.empty();
    }

    private void release(UUID id, ObjectType type, String slot) {
        set(id, null);
        types.forgetCustomFields();
        sql.query(
                        "UPDATE " + type.table() + " AS r SET " + column(slot) + " = NULL WHERE r.tenant_id = ? AND r."
                                + column(slot) + " IS NOT NULL" + type.only("r"),
                        Tenancy.id())
                .execute();
    }

    private static String column(String slot) {
        if (!slot.matches("[tni]\\d{1,2}")) {
            throw new IllegalArgumentException("No slot: " + slot);
        }
        return slot;
    }

    private void set(UUID id, @Nullable String slot) {
        sql.query(
                        "UPDATE records.field SET slot = CAST(? AS text) WHERE tenant_id = ? AND id = ?",
                        slot,
                        Tenancy.id(),
                        id)
                .execute();
    }

    private static Field field(String code, FieldType kind, String slot) {
        return Field.of("custom." + code, kind, code, "custom").in(new Storage.Custom(code, slot));
    }

    /** Copies the values that records hold already, batch by batch in the order of their ids. */
    private void fill(ObjectType type, Field field) {
        var after = FIRST;
        while (true) {
            var rows = holding(type, (Storage.Custom) field.storage(), after);
            if (rows.isEmpty()) {
                return;
            }
            write(type, field, rows);
            after = rows.getLast().value1();
        }
    }

    private Result<Record2<UUID, JSONB>> holding(ObjectType type, Storage.Custom custom, UUID after) {
        var value = DSL.field("r.custom -> {0}", SQLDataType.JSONB, DSL.val(custom.member()));
        var id = DSL.field(name("r", "id"), SQLDataType.UUID);
        return sql.select(id, value)
                .from(TypeSql.table(type).as("r"))
                .where(DSL.field(name("r", "tenant_id"), SQLDataType.UUID).eq(Tenancy.id()))
                .and(TypeSql.only(type, "r"))
                .and(id.gt(after))
                .and(value.isNotNull())
                .orderBy(id)
                .limit(CHUNK)
                .fetch();
    }

    private void write(ObjectType type, Field field, Result<Record2<UUID, JSONB>> rows) {
        var key = Objects.requireNonNull(Columns.key("r", field));
        var bare = DSL.field(key.getUnqualifiedName(), key.getDataType());
        var nothing = new HashMap<org.jooq.Field<?>, @Nullable Object>();
        nothing.put(bare, null);
        var update = sql.update(TypeSql.table(type))
                .set(nothing)
                .where(DSL.field(name("tenant_id"), SQLDataType.UUID).eq((UUID) null))
                .and(DSL.field(name("id"), SQLDataType.UUID).eq((UUID) null));
        var lines = new ArrayList<@Nullable Object[]>();
        rows.forEach(r -> lines.add(new @Nullable Object[] {
            Columns.key(field, Values.parse(r.value2().data())), Tenancy.id(), r.value1()
        }));
        sql.batch(update).bind(lines.toArray(Object[][]::new)).execute();
    }
}
