package relais.records.rollups;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.work.LongTask;
import relais.records.work.Work;

/** Computes the figures and formulas of all records of an object anew, slice by slice in the order of their ids. */
@Component
class RecomputeTask implements LongTask {
    static final String NAME = "recompute";
    static final int SLICE = 2_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Recount recount;

    RecomputeTask(DSLContext sql, ObjectTypes types, Recount recount) {
        this.sql = sql;
        this.types = types;
        this.recount = recount;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Step next(Work work) {
        var type = types.find(work.data());
        if (type.isEmpty()) {
            return new Step("", 0, 0, 0, true);
        }
        var after = work.place().isEmpty() ? FIRST : UUID.fromString(work.place());
        var ids = ids(type.get(), after, SLICE);
        int written = recount.all(type.get(), ids);
        boolean last = ids.size() < SLICE;
        return new Step(ids.isEmpty() ? work.place() : ids.getLast().toString(), ids.size(), written, 0, last);
    }

    /** The next so many ids behind this one, those in the trash too: what comes back is right. */
    List<UUID> ids(ObjectType type, UUID after, int most) {
        return sql.resultQuery(
                        "SELECT r.id FROM " + type.table() + " r WHERE r.tenant_id = ? AND r.id > ? ORDER BY r.id LIMIT "
                                + most,
                        Tenancy.id(),
                        after)
                .fetch(0, UUID.class);
    }
}
