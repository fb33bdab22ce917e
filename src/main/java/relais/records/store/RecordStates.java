package relais.records.store;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;

/** The complete states of records as they lie in the database: columns, collections and tags. */
@Component
public class RecordStates {
    private final DSLContext sql;

    RecordStates(DSLContext sql) {
        this.sql = sql;
    }

    /** The states of these ids that exist, those in the trash too; for a write they are locked. */
    public Map<UUID, Snapshot> load(ObjectType type, Collection<UUID> ids, boolean lock) {
        return load(type, ids, lock, f -> true);
    }

    /** The same with these fields alone, and those that lie in columns of the record itself: to be shown, not written. */
    public Map<UUID, Snapshot> load(ObjectType type, Collection<UUID> ids, Collection<String> fields) {
        return load(type, ids, false, f -> fields.contains(f.name()));
    }

    private Map<UUID, Snapshot> load(ObjectType type, Collection<UUID> ids, boolean lock, Predicate<Field> wanted) {
        var found = new RecordTable(type).load(sql, ids, lock, wanted);
        Children.load(sql, type, found, wanted);
        Tags.load(sql, type, found, wanted);
        return found;
    }
}
