package relais.records.lists.bulk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.Refused;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;

/** Applies one change to many records: looks first, then writes all of them as one operation. */
@Service
class Bulk {
    /** More records are not changed at once by hand. */
    static final int MOST = 10_000;

    private static final int CHUNK = 500;
    private static final int SHOWN = 5;

    private final Records records;
    private final Clock clock;

    Bulk(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** What a change would do: the first few records that it changes, and how many there are of each kind. */
    record Preview(List<Snapshot> first, int changed, int same, int gone) {
        int all() {
            return changed + same + gone;
        }
    }

    /** What a change did. */
    record Tally(int changed, int same, int missed) {}

    @Transactional(readOnly = true)
    public Preview preview(ObjectType type, List<UUID> ids, BulkChange change) {
        require(type, ids, change);
        var first = new ArrayList<Snapshot>();
        int changed = 0;
        int found = 0;
        for (var chunk : chunks(ids)) {
            for (var row : records.find(type.name(), chunk).values()) {
                if (row.deleted()) {
                    continue;
                }
                found++;
                if (change.changes(row)) {
                    changed++;
                    if (first.size() < SHOWN) {
                        first.add(row);
                    }
                }
            }
        }
        return new Preview(first, changed, found - changed, ids.size() - found);
    }

    Operated<Tally> run(ObjectType type, List<UUID> ids, BulkChange change, String said) {
        require(type, ids, change);
        var code = change instanceof BulkChange.Delete ? "bulk.delete" : "bulk.update";
        return records.write(new Intent(code, Map.of("field", said, "subject", type.name())), writing -> {
            var now = clock.instant();
            int changed = 0;
            int same = 0;
            for (var chunk : chunks(ids)) {
                var rows = records.find(type.name(), chunk);
                var mutations = chunk.stream()
                        .map(rows::get)
                        .filter(Objects::nonNull)
                        .filter(r -> !r.deleted())
                        .map(r -> change.mutation(r, now))
                        .toList();
                for (var outcome : writing.apply(type.name(), mutations)) {
                    changed += outcome instanceof Outcome.Written ? 1 : 0;
                    same += outcome instanceof Outcome.Unchanged ? 1 : 0;
                }
            }
            return new Tally(changed, same, ids.size() - changed - same);
        });
    }

    private static void require(ObjectType type, List<UUID> ids, BulkChange change) {
        var actor = Actor.current();
        actor.require(type.name(), change instanceof BulkChange.Delete ? Action.DELETE : Action.UPDATE);
        if (ids.isEmpty()) {
            throw new Refused("bulk.empty");
        }
        if (ids.size() > 1) {
            actor.require(type.name(), Action.BULK);
        }
        if (ids.size() > MOST) {
            throw new Refused("bulk.large", MOST);
        }
    }

    private static List<List<UUID>> chunks(List<UUID> ids) {
        var chunks = new ArrayList<List<UUID>>();
        for (int i = 0; i < ids.size(); i += CHUNK) {
            chunks.add(ids.subList(i, Math.min(i + CHUNK, ids.size())));
        }
        return chunks;
    }
}
