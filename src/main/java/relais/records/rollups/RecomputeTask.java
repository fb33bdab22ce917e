package relais.records.rollups;

import java.util.List;
import java.util.Set;
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
        var slice = slice(type.get(), after);
        if (slice.waits()) {
            pause();
        }
        return new Step(slice.place().toString(), slice.done(), slice.written(), 0, slice.last());
    }

    /**
     * What a slice came to.
     *
     * @param waits whether somebody writes its first record right now
     */
    record Slice(UUID place, int done, int written, boolean last, boolean waits) {}

    /**
     * Takes the next records that nobody writes meanwhile and stops before the first one that somebody does: waiting for
     * a lock while holding others, it could stand in the way of those who work.
     */
    Slice slice(ObjectType type, UUID after) {
        var ids = ids(type, after, SLICE);
        var free = free(type, ids);
        int written = recount.all(type, free);
        for (int i = 0; i < ids.size(); i++) {
            if (!free.contains(ids.get(i))) {
                return new Slice(i == 0 ? after : ids.get(i - 1), i, written, false, i == 0);
            }
        }
        return new Slice(ids.isEmpty() ? after : ids.getLast(), ids.size(), written, ids.size() < SLICE, false);
    }

    private Set<UUID> free(ObjectType type, List<UUID> ids) {
        return sql.resultQuery(
                        "SELECT r.id FROM " + type.table()
                                + " r WHERE r.tenant_id = ? AND r.id = ANY(?)" + type.only("r")
                                + " ORDER BY r.id FOR UPDATE SKIP LOCKED",
                        Tenancy.id(),
                        ids.toArray(UUID[]::new))
                .fetchSet(0, UUID.class);
    }

    static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next so many ids behind this one, those in the trash too: what comes back is right. */
    List<UUID> ids(ObjectType type, UUID after, int most) {
        return sql.resultQuery(
                        "SELECT r.id FROM " + type.table() + " r WHERE r.tenant_id = ? AND r.id > ?" + type.only("r")
                                + " ORDER BY r.id LIMIT " + most,
                        Tenancy.id(),
                        after)
                .fetch(0, UUID.class);
    }

    /** How many records there are to go through. */
    int estimate(ObjectType type) {
        return sql.resultQuery(
                        "SELECT count(*) FROM (SELECT 1 FROM " + type.table() + " r WHERE r.tenant_id = ?"
                                + type.only("r") + " LIMIT 5000000) x",
                        Tenancy.id())
                .fetchSingle()
                .get(0, Integer.class);
    }
}
