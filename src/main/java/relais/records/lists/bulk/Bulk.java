package relais.records.lists.bulk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.Refused;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.Writing;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.changes.OperationLog;
import relais.records.changes.Remainder;
import relais.records.changes.UndoRemainders;
import relais.records.criteria.Criterion;
import relais.records.lists.ListQueries;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.work.Works;

/** Applies one change to many records: looks first, then writes all of them as one operation. */
@Service
class Bulk {
    /** More records are not changed by one click. */
    static final int MOST = 1_000_000;

    /** More than this are changed in the background, slice by slice. */
    static final int AT_ONCE = 2_000;

    private static final int CHUNK = 500;

    private final Records records;
    private final ListQueries queries;
    private final Works works;
    private final Rehearsal rehearsal;
    private final OperationLog operations;
    private final UndoRemainders remainders;
    private final Clock clock;

    Bulk(
            Records records,
            ListQueries queries,
            Works works,
            Rehearsal rehearsal,
            OperationLog operations,
            UndoRemainders remainders,
            Clock clock) {
        this.records = records;
        this.queries = queries;
        this.works = works;
        this.rehearsal = rehearsal;
        this.operations = operations;
        this.remainders = remainders;
        this.clock = clock;
    }

    /**
     * What a change would do.
     *
     * @param first the first few records that it changes
     * @param sample of how many records the excluded are told; 0 when of all
     */
    record Preview(List<Snapshot> first, int changed, int same, Excluded excluded, int sample) {
        int all() {
            return changed + same + (sample > 0 ? 0 : excluded.all());
        }
    }

    /** What a change did. */
    record Tally(int changed, int same, int missed) {}

    @Transactional(readOnly = true)
    public Preview preview(ObjectType type, Chosen chosen, BulkChange change) {
        require(type, chosen, change);
        return switch (chosen) {
            case Chosen.These these -> {
                var seen = rehearsal.of(type, these.ids(), change);
                yield new Preview(seen.first(), seen.changed(), seen.same(), seen.excluded(), 0);
            }
            case Chosen.Everything all -> preview(type, all, change);
        };
    }

    /** Of very many records the database counts which ones would stay as they are; who is left out is told of the first. */
    private Preview preview(ObjectType type, Chosen.Everything all, BulkChange change) {
        int same = change.already()
                .map(c -> queries.count(type, Criterion.both(all.criterion(), c), MOST)
                        .n())
                .orElse(0);
        var ids = queries.matching(type, all.criterion(), AT_ONCE);
        var seen = rehearsal.of(type, ids, change);
        return new Preview(seen.first(), all.size() - same, same, seen.excluded(), ids.size());
    }

    Operated<Tally> run(ObjectType type, List<UUID> ids, BulkChange change, String said) {
        require(type, new Chosen.These(ids), change);
        return records.write(intent(type, change, said), writing -> {
            int changed = 0;
            int same = 0;
            for (var chunk : chunks(ids)) {
                for (var outcome : apply(writing, type, chunk, change)) {
                    changed += outcome instanceof Outcome.Written ? 1 : 0;
                    same += outcome instanceof Outcome.Unchanged ? 1 : 0;
                }
            }
            return new Tally(changed, same, ids.size() - changed - same);
        });
    }

    /** Begins to change everything in the background; answers the work. */
    @Transactional
    public UUID start(
            ObjectType type, Chosen.Everything all, BulkChange change, BulkTask.Job job, String said, String back) {
        require(type, all, change);
        var operation = records.open(intent(type, change, said));
        return works.start(BulkTask.NAME, job.text(), operation, all.size(), back);
    }

    /** Changes those of these records that can be changed; the operation keeps which ones were left out and why. */
    List<Outcome> apply(Writing writing, ObjectType type, List<UUID> ids, BulkChange change) {
        var barred = new HashSet<UUID>();
        var outcomes = change instanceof BulkChange.Delete
                ? writing.delete(type.name(), ids, row -> may(type, row, change, barred))
                : writing.edit(
                        type.name(),
                        ids,
                        row -> may(type, row, change, barred) ? change.values(row, clock.instant()) : null);
        var left = new ArrayList<UndoRemainders.Row>();
        barred.forEach(id -> left.add(left(type, id, Excluded.RIGHT, List.of())));
        outcomes.forEach(o -> {
            if (o instanceof Outcome.Rejected rejected) {
                var problem = rejected.problems().getFirst();
                left.add(left(type, o.id(), problem.code(), problem.args()));
            }
        });
        keep(writing.operation(), left);
        return outcomes;
    }

    private boolean may(ObjectType type, Snapshot row, BulkChange change, HashSet<UUID> barred) {
        boolean allowed = rehearsal.allowed(type, row, change);
        if (!allowed) {
            barred.add(row.id());
        }
        return allowed;
    }

    private static UndoRemainders.Row left(ObjectType type, UUID id, String reason, List<Object> args) {
        return new UndoRemainders.Row(type.name(), id, Remainder.BLOCKED, reason, args);
    }

    private void keep(UUID operation, List<UndoRemainders.Row> left) {
        if (!left.isEmpty()) {
            int before = operations.find(operation, false).map(o -> o.blocked()).orElse(0);
            remainders.save(operation, before, left);
            operations.tally(operation, 0, 0, left.size());
        }
    }

    private static Intent intent(ObjectType type, BulkChange change, String said) {
        var code = change instanceof BulkChange.Delete ? "bulk.delete" : "bulk.update";
        return new Intent(code, Map.of("field", said, "subject", type.name()));
    }

    private static void require(ObjectType type, Chosen chosen, BulkChange change) {
        var actor = Actor.current();
        actor.require(type.name(), change instanceof BulkChange.Delete ? Action.DELETE : Action.UPDATE);
        if (chosen.size() == 0) {
            throw new Refused("bulk.empty");
        }
        if (chosen.size() > 1) {
            actor.require(type.name(), Action.BULK);
        }
        if (chosen instanceof Chosen.These these && these.size() > AT_ONCE) {
            throw new Refused("bulk.large", AT_ONCE);
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
