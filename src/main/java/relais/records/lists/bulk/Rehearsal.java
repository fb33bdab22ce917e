package relais.records.lists.bulk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.identity.Action;
import relais.identity.Actor;
import relais.records.Mutation;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;

/** Goes through records as if they were changed: which ones would be, which are so already, which are left out and why. */
@Component
class Rehearsal {
    private static final int CHUNK = 500;
    private static final int SHOWN = 5;

    private final Records records;
    private final ObjectTypes types;
    private final Clock clock;

    Rehearsal(Records records, ObjectTypes types, Clock clock) {
        this.records = records;
        this.types = types;
        this.clock = clock;
    }

    /** What it came to. */
    record Seen(List<Snapshot> first, int changed, int same, Excluded excluded) {}

    Seen of(ObjectType type, List<UUID> ids, BulkChange change) {
        var first = new ArrayList<Snapshot>();
        var excluded = new Excluded();
        int changed = 0;
        int same = 0;
        for (int i = 0; i < ids.size(); i += CHUNK) {
            var chunk = ids.subList(i, Math.min(i + CHUNK, ids.size()));
            var found = records.find(type.name(), chunk).values().stream()
                    .filter(r -> !r.deleted())
                    .toList();
            excluded.gone(chunk.size() - found.size());
            var meant = found.stream().filter(change::changes).toList();
            same += found.size() - meant.size();
            for (var row : possible(type, meant, change, excluded)) {
                changed++;
                if (first.size() < SHOWN) {
                    first.add(row);
                }
            }
        }
        return new Seen(first, changed, same, excluded);
    }

    private List<Snapshot> possible(ObjectType type, List<Snapshot> meant, BulkChange change, Excluded excluded) {
        var allowed = new ArrayList<Snapshot>();
        for (var row : meant) {
            if (allowed(type, row, change)) {
                allowed.add(row);
            } else {
                excluded.add(row, Excluded.RIGHT, null);
            }
        }
        var outcomes = new HashMap<UUID, Outcome>();
        var now = clock.instant();
        var mutations = allowed.stream()
                .map(r -> new Mutation.Update(r.id(), null, change.values(r, now)))
                .toList();
        records.rehearse(type, mutations).forEach(o -> outcomes.put(o.id(), o));
        var possible = new ArrayList<Snapshot>();
        for (var row : allowed) {
            if (outcomes.get(row.id()) instanceof Outcome.Rejected rejected) {
                var problem = rejected.problems().getFirst();
                excluded.add(row, problem.code(), problem);
            } else {
                possible.add(row);
            }
        }
        return possible;
    }

    /** Whether the actor may do this with this very record. */
    boolean allowed(ObjectType type, Snapshot row, BulkChange change) {
        var wanted = change instanceof BulkChange.Delete ? Action.DELETE : Action.UPDATE;
        return types.description(type).allows(Actor.current(), wanted, row, row);
    }
}
