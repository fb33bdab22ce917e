package relais.records.home;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.tenancy.Tenancy;
import relais.records.Records;
import relais.records.lists.RecordMark;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;

/** The records that somebody opened or changed last. */
@Component
class RecentRecords {
    private static final int SHOWN = 12;

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Records records;

    RecentRecords(DSLContext sql, ObjectTypes types, Records records) {
        this.sql = sql;
        this.types = types;
        this.records = records;
    }

    /** Those opened, as the browser remembers them, before those changed. */
    @Transactional(readOnly = true)
    public List<HomePages.Recent> of(List<UUID> opened) {
        return types.all().stream()
                .filter(ObjectType::listed)
                .filter(t -> Actor.current().may(t.name(), Action.READ))
                .flatMap(t -> of(t, opened).stream())
                .limit(SHOWN)
                .toList();
    }

    private List<HomePages.Recent> of(ObjectType type, List<UUID> opened) {
        var at = new LinkedHashMap<UUID, @Nullable Instant>();
        opened.forEach(id -> at.put(id, null));
        changed(type).forEach((id, when) -> at.merge(id, when, (a, b) -> b));
        var found = records.find(type.name(), at.keySet());
        var all = new ArrayList<HomePages.Recent>();
        at.forEach((id, when) -> {
            var row = found.get(id);
            if (row != null && !row.deleted() && all.size() < SHOWN) {
                all.add(recent(type, row, when));
            }
        });
        return all;
    }

    private static HomePages.Recent recent(ObjectType type, Snapshot row, @Nullable Instant at) {
        var tier = row.text("tier");
        var label = type.field("tier").map(f -> Labels.choice(type, f, tier)).orElse("");
        return new HomePages.Recent(RecordMark.of(type, row), tier, label, at);
    }

    /** What this person's last operations changed; of a long one only the end. */
    private Map<UUID, Instant> changed(ObjectType type) {
        var changed = new LinkedHashMap<UUID, Instant>();
        sql.resultQuery("""
                        SELECT c.record_id, c.at
                        FROM (SELECT o.id, o.at, o.ended_at FROM records.operation o
                              WHERE o.tenant_id = ? AND o.actor_id = ? ORDER BY o.id DESC LIMIT 40) own,
                        LATERAL (SELECT x.record_id, x.at FROM records.change x
                              WHERE x.tenant_id = ? AND x.operation_id = own.id AND x.at >= own.at
                                AND x.at <= own.ended_at AND x.object = ?
                              ORDER BY x.at DESC, x.seq DESC LIMIT 6) c
                        ORDER BY c.at DESC LIMIT 40""", Tenancy.id(), Actor.current().id(), Tenancy.id(), type.name())
                .fetch()
                .forEach(r -> changed.putIfAbsent(
                        r.get(0, UUID.class), r.get(1, OffsetDateTime.class).toInstant()));
        return changed;
    }
}
