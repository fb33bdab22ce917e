package relais.records.merging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.Mutation;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Change;
import relais.records.changes.ChangeLog;
import relais.records.changes.ChangePlace;
import relais.records.changes.Intent;
import relais.records.changes.Operation;
import relais.records.changes.OperationLog;
import relais.records.store.RecordStates;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Values;

/** Takes a merge apart again: what would happen, and doing it. */
@Service
public class Separations {
    private static final int MOST = 20_000;
    private static final int LISTED = 200;

    private final ObjectTypes types;
    private final Records records;
    private final RecordStates states;
    private final Undo undo;
    private final OperationLog operations;
    private final ChangeLog log;
    private final Verdicts verdicts;
    private final Belongings belongings;

    Separations(
            ObjectTypes types,
            Records records,
            RecordStates states,
            Undo undo,
            OperationLog operations,
            ChangeLog log,
            Verdicts verdicts,
            Belongings belongings) {
        this.types = types;
        this.records = records;
        this.states = states;
        this.undo = undo;
        this.operations = operations;
        this.log = log;
        this.verdicts = verdicts;
        this.belongings = belongings;
    }

    /**
     * What a separation would do.
     *
     * @param survivor the record as it is
     * @param after the record as it would be
     * @param others those that come back, as they would be
     * @param returning how many of what hangs on the record go back
     * @param staying how many stay because they always hung there
     * @param since what came to the record after the merge, newest first
     * @param kept fields of the record that were changed since and stay as they are
     */
    public record Plan(
            Operation operation,
            Snapshot survivor,
            Snapshot after,
            List<Snapshot> others,
            int returning,
            int staying,
            List<Snapshot> since,
            Map<String, Change> kept) {}

    /** The plan; not found when the merge was taken back, is none, or is out of sight. */
    @Transactional(readOnly = true)
    public Plan plan(UUID id) {
        var merged = verdicts.of(id);
        var operation =
                operations.find(id, false).filter(o -> !merged.isEmpty()).orElseThrow(NotFound::new);
        var type = types.of(Objects.requireNonNull(operation.object()));
        var survivor = records.find(type.name(), merged.getFirst().into()).orElseThrow(() -> gone(merged));
        var found = records.find(
                type.name(), merged.stream().map(Verdicts.Merged::record).toList());
        if (found.size() < merged.size()) {
            throw new NotFound();
        }
        var others = merged.stream()
                .map(m -> alive(Objects.requireNonNull(found.get(m.record()))))
                .toList();
        var changes = log.of(operation, ChangePlace.END.at(), ChangePlace.END.seq(), MOST);
        var kept = new LinkedHashMap<String, Change>();
        var after = after(survivor, changes, kept);
        var moved = changes.stream()
                .filter(c -> !c.object().equals(type.name()) && !c.object().equals(VerdictDescription.NAME))
                .map(Change::record)
                .toList();
        var hangs = belongings.to(type, List.of(survivor.id()));
        int now = hangs.stream().mapToInt(k -> k.links().size()).sum();
        int returning = (int) hangs.stream()
                .flatMap(k -> k.links().keySet().stream())
                .filter(moved::contains)
                .count();
        var since = since(hangs, moved, operation.endedAt());
        return new Plan(operation, survivor, after, others, returning, now - returning - since.size(), since, kept);
    }

    private static RuntimeException gone(List<Verdicts.Merged> merged) {
        return merged.isEmpty() ? new NotFound() : new Refused("merge.since");
    }

    private static Snapshot alive(Snapshot record) {
        var values = record.values().deepCopy();
        values.remove(Snapshot.DELETED);
        return new Snapshot(record.type(), record.id(), record.version(), values);
    }

    /** The surviving record with the former values of what nobody changed since. */
    private Snapshot after(Snapshot survivor, List<Change> changes, Map<String, Change> kept) {
        var values = survivor.values().deepCopy();
        for (var change : changes) {
            var before = change.before();
            var after = change.after();
            if (!change.record().equals(survivor.id()) || before == null || after == null) {
                continue;
            }
            after.propertyNames().forEach(f -> {
                if (Values.same(survivor.value(f), after.get(f))) {
                    values.set(f, before.get(f));
                } else {
                    latest(survivor.id(), f).ifPresent(c -> kept.put(f, c));
                }
            });
        }
        return new Snapshot(survivor.type(), survivor.id(), survivor.version(), values);
    }

    private Optional<Change> latest(UUID record, String field) {
        return log.of(record, Instant.EPOCH, LISTED).stream()
                .filter(c -> c.after() != null && c.after().has(field))
                .findFirst();
    }

    /** What was made after the merge, or hung somewhere else then. */
    private List<Snapshot> since(List<Belongings.Kind> hangs, List<UUID> moved, Instant merged) {
        var since = new ArrayList<Snapshot>();
        for (var kind : hangs) {
            var others = kind.links().keySet().stream()
                    .filter(id -> !moved.contains(id))
                    .toList();
            states.load(kind.type(), others, false).values().stream()
                    .filter(s -> !s.deleted() && made(s).isAfter(merged))
                    .limit(LISTED)
                    .forEach(since::add);
        }
        return since;
    }

    private static Instant made(Snapshot record) {
        var at = record.text(Snapshot.CREATED);
        return at.isEmpty() ? Instant.EPOCH : Instant.parse(at);
    }

    /** What came of it: the undo, and the operation that brought later records to where they belong, if any. */
    public record Done(Undo.Result undone, @Nullable UUID moved, UUID survivor, List<UUID> others) {}

    /**
     * Separates, and lets what came since hang on another record than the one it came to.
     *
     * @param given by record that came since, the one it belongs to
     */
    @Transactional
    public Done separate(UUID operation, Map<UUID, UUID> given) {
        var plan = plan(operation);
        var undone = undo.undo(operation);
        var others = plan.others().stream().map(Snapshot::id).toList();
        var moved = give(plan, others, given);
        return new Done(undone, moved, plan.survivor().id(), others);
    }

    private @Nullable UUID give(Plan plan, List<UUID> others, Map<UUID, UUID> given) {
        var byType = new LinkedHashMap<ObjectType, List<Mutation>>();
        for (var record : plan.since()) {
            var to = given.get(record.id());
            if (to != null && others.contains(to)) {
                var values = Values.object();
                record.type().fields().stream()
                        .filter(f -> plan.survivor().type().name().equals(f.target()) && f.writable())
                        .filter(f -> Ends.leads(record.value(f.name()), plan.survivor().id()))
                        .forEach(f -> values.set(
                                f.name(),
                                Ends.moved(record.value(f.name()), List.of(plan.survivor().id()), to)));
                byType.computeIfAbsent(record.type(), t -> new ArrayList<>())
                        .add(new Mutation.Update(record.id(), null, values));
            }
        }
        if (byType.isEmpty()) {
            return null;
        }
        var intent = Intent.of("record.separate", plan.survivor().title());
        return records.write(intent, w -> {
                    byType.forEach((type, all) -> Merges.settled(type, w.apply(type.name(), all)));
                    return true;
                })
                .operation();
    }
}
