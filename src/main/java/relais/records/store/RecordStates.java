package relais.records.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.Storage;

/** The complete states of records as they lie in the database: columns, collections and tags. */
@Component
public class RecordStates {
    private final DSLContext sql;
    private final KnownParts known;

    RecordStates(DSLContext sql, KnownParts known) {
        this.sql = sql;
        this.known = known;
    }

    /** The states of these ids that exist, those in the trash too; for a write they are locked. */
    public Map<UUID, Snapshot> load(ObjectType type, Collection<UUID> ids, boolean lock) {
        return load(type, ids, lock, f -> true);
    }

    /** The same with these fields alone, and those that lie in columns of the record itself: to be shown, not written. */
    public Map<UUID, Snapshot> load(ObjectType type, Collection<UUID> ids, Collection<String> fields) {
        return load(type, ids, false, f -> fields.contains(f.name()));
    }

    /** The same, locked: for keeping right what Relais itself derives of these fields. */
    public Map<UUID, Snapshot> lock(ObjectType type, Collection<UUID> ids, Collection<String> fields) {
        return load(type, ids, true, f -> f.custom() || fields.contains(f.name()));
    }

    private Map<UUID, Snapshot> load(ObjectType type, Collection<UUID> ids, boolean lock, Predicate<Field> wanted) {
        var found = new RecordTable(type).load(sql, ids, lock, wanted);
        var parts = type.fields().stream()
                .filter(RecordStates::apart)
                .filter(wanted)
                .toList();
        if (!parts.isEmpty() && !found.isEmpty()) {
            load(type, lock ? found : known.fill(found, parts), parts);
        }
        return found;
    }

    private void load(ObjectType type, Map<UUID, Snapshot> records, List<Field> parts) {
        if (!records.isEmpty()) {
            Children.load(sql, type, records, parts::contains);
            Tags.load(sql, type, records, parts::contains);
            known.remember(records.values(), parts);
        }
    }

    /** Whether the field's values lie in rows of their own. */
    private static boolean apart(Field field) {
        return switch (field.storage()) {
            case Storage.Children children -> true;
            case Storage.Labels labels -> true;
            case Storage.Column column -> false;
            case Storage.Custom custom -> false;
        };
    }
}
