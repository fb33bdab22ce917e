package relais.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;
import relais.records.changes.Intent;
import relais.records.store.Hanging;
import relais.records.store.RecordStates;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import tools.jackson.databind.node.ObjectNode;

/** The records that link to a record, those in the trash too, whoever asks: for handing out and erasing what is known. */
@Service
public class Attached {
    private static final int MANY = 10_000;

    private final DSLContext sql;
    private final Records records;
    private final Hanging hanging;
    private final RecordStates states;
    private final ObjectTypes types;

    Attached(DSLContext sql, Records records, Hanging hanging, RecordStates states, ObjectTypes types) {
        this.sql = sql;
        this.records = records;
        this.hanging = hanging;
        this.states = states;
        this.types = types;
    }

    /**
     * Records of one object.
     *
     * @param hang whether they can't be without what they link to, so that they leave with it
     */
    public record Group(ObjectType type, boolean hang, List<Snapshot> records) {}

    /** What links to this record, straight or by what hangs on it; each record once. */
    @Transactional(readOnly = true)
    public List<Group> to(ObjectType type, UUID id) {
        var hung = new LinkedHashMap<String, Set<UUID>>();
        var loose = new LinkedHashMap<String, Set<UUID>>();
        follow(type, Set.of(id), hung, loose);
        hung.forEach((object, ids) -> loose.computeIfPresent(object, (o, all) -> {
            all.removeAll(ids);
            return all;
        }));
        var groups = new ArrayList<Group>();
        hung.forEach((object, ids) -> add(groups, object, true, ids));
        loose.forEach((object, ids) -> add(groups, object, false, ids));
        return groups;
    }

    private void follow(
            ObjectType type, Collection<UUID> ids, Map<String, Set<UUID>> hung, Map<String, Set<UUID>> loose) {
        for (var way : hanging.ways(type)) {
            var found = hanging.on(way, ids).stream().map(Hanging.Hung::id).collect(Collectors.toSet());
            var known = (way.hangs() ? hung : loose).computeIfAbsent(way.from().name(), o -> new TreeSet<>());
            found.removeAll(known);
            known.addAll(found);
            if (way.hangs() && !found.isEmpty()) {
                follow(way.from(), found, hung, loose);
            }
        }
    }

    private void add(List<Group> groups, String object, boolean hang, Set<UUID> ids) {
        if (!ids.isEmpty()) {
            var type = types.of(object);
            var records = states.load(type, List.copyOf(ids), false).values().stream()
                    .sorted(Comparator.comparing(s -> s.id().toString()))
                    .toList();
            groups.add(new Group(type, hang, records));
        }
    }

    /** Every record of an object of which there are few, that is not in the trash. */
    @Transactional(readOnly = true)
    public List<Snapshot> all(ObjectType type) {
        var ids = sql.resultQuery(
                        "SELECT x.id FROM " + type.table() + " x WHERE x.tenant_id = ? AND x.deleted_at IS NULL"
                                + type.only("x") + " LIMIT " + MANY,
                        Tenancy.id())
                .fetch(0, UUID.class);
        return List.copyOf(states.load(type, ids, false).values());
    }

    /** Rewrites records whosever they are, because an erasure asks for it. */
    @Transactional
    public void rewrite(Intent intent, ObjectType type, Map<UUID, ObjectNode> values) {
        records.write(
                intent,
                null,
                true,
                w -> w.apply(
                        type.name(),
                        values.entrySet().stream()
                                .map(e -> new Mutation.Update(e.getKey(), null, e.getValue()))
                                .toList()));
    }
}
