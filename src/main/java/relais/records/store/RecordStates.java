package relais.records.store;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
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
        var found = new RecordTable(type).load(sql, ids, lock);
        Children.load(sql, type, found);
        Tags.load(sql, type, found);
        return found;
    }
}
