package relais.records.store;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.Storage;
import relais.records.types.Values;

/** Which columns fields of a record are written to, and how its values lie in them. */
final class RecordCells {
    private final ObjectType type;
    private final List<Cell> cells = new ArrayList<>();

    private RecordCells(ObjectType type) {
        this.type = type;
    }

    /** One column, its type in SQL, and its value for a record. */
    record Cell(String column, String type, Function<Snapshot, @Nullable Object> value) {}

    /** All columns but the id. */
    static List<Cell> all(ObjectType type, OffsetDateTime now) {
        var made = new RecordCells(type);
        if (type.own() != null) {
            made.add("object", "text", r -> type.name());
        }
        made.fields(type.fields());
        made.custom();
        made.moment("created_at", Snapshot.CREATED);
        made.always(now);
        return made.cells;
    }

    /** The columns in which a change of these fields shows. */
    static List<Cell> of(ObjectType type, List<Field> fields, OffsetDateTime now) {
        var made = new RecordCells(type);
        made.fields(fields);
        if (fields.stream().anyMatch(Field::custom)) {
            made.custom();
        }
        made.always(now);
        return made.cells;
    }

    /** The columns in which custom fields that are derived show. */
    static List<Cell> derived(ObjectType type, List<Field> fields) {
        var made = new RecordCells(type);
        made.fields(fields);
        made.custom();
        return made.cells;
    }

    private void always(OffsetDateTime now) {
        add("version", "integer", Snapshot::version);
        add("updated_at", "timestamptz", r -> now);
        moment("deleted_at", Snapshot.DELETED);
    }

    private void moment(String column, String member) {
        add(column, "timestamptz", r -> Columns.stored(FieldType.INSTANT, r.value(member)));
    }

    private void fields(List<Field> fields) {
        boolean titled = false;
        for (var field : fields) {
            switch (field.storage()) {
                case Storage.Column c -> {
                    column(field, c);
                    titled |= type.titles().contains(field.name());
                }
                case Storage.Custom c -> {
                    if (c.slot() != null) {
                        add(c.slot(), slotType(c.slot()), r -> key(field, r));
                    }
                }
                case Storage.Children c -> {}
                case Storage.Labels l -> {}
            }
        }
        if (titled
                && type.required(type.titles().getFirst()).storage() instanceof Storage.Column c
                && c.key() != null) {
            add(c.key(), "text", r -> Columns.folded(r.title()));
        }
    }

    private void column(Field field, Storage.Column column) {
        if (field.writable()) {
            add(column.column(), sqlType(field.type()), r -> Columns.stored(field, r.value(field.name())));
        }
        if (column.key() != null && !field.name().equals(type.titles().getFirst())) {
            add(column.key(), "text", r -> key(field, r));
        }
    }

    private static @Nullable Object key(Field field, Snapshot record) {
        return Columns.key(field, record.value(field.name()));
    }

    private static String sqlType(FieldType type) {
        return switch (type) {
            case TEXT, LONG_TEXT, CHOICE, URL -> "text";
            case NUMBER, PERCENT, DURATION, RATING -> "numeric";
            case DATE -> "date";
            case INSTANT -> "timestamptz";
            case BOOLEAN -> "boolean";
            case LINK, USER, SITE -> "uuid";
            case CHOICES, MONEY, TAGS, COLLECTION, FILE, ADDRESS, LINKS -> "jsonb";
        };
    }

    private static String slotType(String slot) {
        return switch (slot.charAt(0)) {
            case 't' -> "text";
            case 'n' -> "double precision";
            default -> "timestamptz";
        };
    }

    private void add(String column, String sqlType, Function<Snapshot, @Nullable Object> value) {
        cells.add(new Cell(column, sqlType, value));
    }

    private void custom() {
        var known = type.fields().stream().filter(Field::custom).toList();
        var names = known.stream().map(Field::name).collect(Collectors.toSet());
        add("custom", "jsonb", r -> custom(r, known, names));
    }

    private static JSONB custom(Snapshot record, List<Field> known, Set<String> names) {
        var json = Values.object();
        for (var field : known) {
            var value = record.value(field.name());
            if (!Values.empty(value)) {
                json.set(((Storage.Custom) field.storage()).member(), value);
            }
        }
        record.values().properties().forEach(e -> {
            // Values of fields that an administrator deleted stay, so that undoing the deletion shows them again.
            if (e.getKey().startsWith("custom.") && !names.contains(e.getKey())) {
                json.set(e.getKey().substring(7), e.getValue());
            }
        });
        return JSONB.valueOf(Values.json(json));
    }
}
