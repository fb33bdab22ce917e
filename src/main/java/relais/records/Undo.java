package relais.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Forbidden;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.changes.Change;
import relais.records.changes.ChangeLog;
import relais.records.changes.ChangePlace;
import relais.records.changes.Intent;
import relais.records.changes.LastStates;
import relais.records.changes.Operation;
import relais.records.changes.OperationLog;
import relais.records.changes.UndoRemainders;
import relais.records.store.RecordStates;
import relais.records.store.RelatedRecords;
import relais.records.types.ObjectTypes;
import relais.records.types.Visibility;

/** Takes an operation back: a new operation that restores what still stands as the first one left it. */
@Service
public class Undo {
    private static final int CHUNK = 1_000;

    private final ObjectTypes types;
    private final Records records;
    private final Writer writer;
    private final RecordStates states;
    private final Visibility visibility;
    private final ChangeLog log;
    private final OperationLog operations;
    private final UndoRemainders remainders;
    private final RelatedRecords related;
    private final List<UndoGuard> guards;

    Undo(
            ObjectTypes types,
            Records records,
            Writer writer,
            RecordStates states,
            Visibility visibility,
            ChangeLog log,
            OperationLog operations,
            UndoRemainders remainders,
            RelatedRecords related,
            List<UndoGuard> guards) {
        this.types = types;
        this.records = records;
        this.writer = writer;
        this.states = states;
        this.visibility = visibility;
        this.log = log;
        this.operations = operations;
        this.remainders = remainders;
        this.related = related;
        this.guards = guards;
    }

    /** What an undo did: every changed record is reversed, kept (edited since) or blocked. */
    public record Result(UUID operation, int reversed, int kept, int blocked) {}

    /** What one slice of an undo did, and where the next one goes on. */
    public record Slice(ChangePlace place, int reversed, int kept, int blocked, boolean last) {}

    /** What one change's undo comes to. */
    sealed interface Verdict {
        record Write(Mutation mutation, List<String> kept) implements Verdict {}

        record Done() implements Verdict {}

        record Kept(List<String> fields) implements Verdict {}

        record Blocked(String reason, List<Object> args) implements Verdict {}
    }

    /** Undoes the operation in one transaction; refuses one that is undone already or that the actor may not undo. */
    @Transactional
    public Result undo(UUID id) {
        var undoing = begin(id);
        var place = ChangePlace.END;
        Slice slice;
        do {
            slice = slice(id, undoing, place, CHUNK);
            place = slice.place();
        } while (!slice.last());
        return operations
                .find(undoing, false)
                .map(o -> new Result(undoing, o.reversed(), o.kept(), o.blocked()))
                .orElseThrow();
    }

    /** Begins to undo an operation, whose changes {@link #slice} then takes back; the operation counts as undone. */
    @Transactional
    public UUID begin(UUID id) {
        var operation = operations.find(id, true).orElseThrow(NotFound::new);
        if (operation.undone()) {
            throw new Refused("undo.already");
        }
        guards.stream()
                .map(g -> g.refusal(operation))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(code -> {
                    throw new Refused(code);
                });
        if (operation.definitive()) {
            throw new Refused("undo.final");
        }
        if (operation.object() != null) {
            require(operation, operation.object());
        }
        var undoing = operations.begin(intent(operation), id).id();
        operations.undone(operation, undoing);
        return undoing;
    }

    /** Takes back the changes before this place, at most so many, newest first. */
    @Transactional
    public Slice slice(UUID id, UUID undoing, ChangePlace from, int limit) {
        var operation = operations.find(id, false).orElseThrow();
        var changes = log.of(operation, from.at(), from.seq(), limit);
        var tally = new Tally();
        int before =
                operations.find(undoing, true).map(o -> o.kept() + o.blocked()).orElseThrow();
        records.resume(undoing, true, writing -> {
            distinctRuns(changes).forEach(run -> reverse(run, operation, writing, tally));
            return writing.operation();
        });
        operations.tally(undoing, tally.reversed, tally.kept, tally.blocked);
        remainders.save(undoing, before, tally.remainders);
        var place = changes.isEmpty() ? from : ChangePlace.of(changes.getLast());
        return new Slice(place, tally.reversed, tally.kept, tally.blocked, changes.size() < limit);
    }

    /** Undoing an undo is named after what it makes stand again. */
    private static Intent intent(Operation operation) {
        var former = operation.intent();
        return switch (former.code()) {
            case Intent.UNDO -> new Intent(Intent.REDO, former.args());
            case Intent.REDO -> new Intent(Intent.UNDO, former.args());
            default -> {
                var args = new LinkedHashMap<>(former.args());
                args.put(Intent.OF, former.code());
                yield new Intent(Intent.UNDO, args);
            }
        };
    }

    /** Whether the actor may take the operation back, as far as it still stands. */
    public boolean may(Operation operation) {
        return !operation.undone()
                && !operation.definitive()
                && (operation.object() == null || allows(operation, operation.object()));
    }

    private void require(Operation operation, String object) {
        if (!types.description(types.whole(object)).attending() && !allows(operation, object)) {
            throw new Forbidden(object, Action.UPDATE);
        }
    }

    private boolean allows(Operation operation, String object) {
        var actor = Actor.current();
        var description = types.description(types.of(object));
        if (operation.actorId().equals(actor.id())) {
            return actor.may(object, description.right(Action.UPDATE));
        }
        // Where everybody may write their own, taking back what others did is for those who set things up.
        boolean everybody = description.right(Action.DELETE) == Action.READ;
        return actor.may(object, description.right(Action.UPDATE))
                && actor.may(object, everybody ? Action.CONFIGURE : description.right(Action.DELETE));
    }

    /** Runs of neighbouring changes of one object in which no record stands twice, in their order. */
    private static List<List<Change>> distinctRuns(List<Change> changes) {
        var runs = new ArrayList<List<Change>>();
        var seen = new HashSet<UUID>();
        for (var change : changes) {
            boolean fits = !runs.isEmpty()
                    && runs.getLast().getLast().object().equals(change.object())
                    && !seen.contains(change.record());
            if (!fits) {
                runs.add(new ArrayList<>());
                seen.clear();
            }
            runs.getLast().add(change);
            seen.add(change.record());
        }
        return runs;
    }

    private void reverse(List<Change> run, Operation operation, Writing writing, Tally tally) {
        var type = types.whole(run.getFirst().object());
        require(operation, type.name());
        var current = states.load(type, run.stream().map(Change::record).toList(), true);
        var seen = LastStates.seen(visibility, type, run, current).stream()
                .map(Change::record)
                .collect(Collectors.toSet());
        var holding = related.holding(
                type, run.stream().filter(Change::creates).map(Change::record).toList());
        var verdicts = run.parallelStream()
                .map(c -> seen.contains(c.record())
                        ? UndoRules.verdict(type, c, current.get(c.record()), holding)
                        : new Verdict.Blocked("unseen", List.of()))
                .toList();
        var writes = verdicts.stream()
                .filter(v -> v instanceof Verdict.Write)
                .map(v -> ((Verdict.Write) v).mutation())
                .toList();
        var outcomes = new HashMap<UUID, Outcome>();
        writing.apply(type, writes, current).forEach(o -> outcomes.put(o.id(), o));
        for (int i = 0; i < verdicts.size(); i++) {
            tally.count(run.get(i), verdicts.get(i), outcomes.get(run.get(i).record()));
        }
    }

    /** Counts of one undo, and what it could not restore. */
    private static final class Tally {
        private final List<UndoRemainders.Row> remainders = new ArrayList<>();
        private int reversed;
        private int kept;
        private int blocked;

        void count(Change change, Verdict verdict, @Nullable Outcome outcome) {
            switch (verdict) {
                case Verdict.Done d -> reversed++;
                case Verdict.Kept k -> keep(change, k.fields());
                case Verdict.Blocked b -> block(change, b.reason(), b.args());
                case Verdict.Write w -> {
                    if (Objects.requireNonNull(outcome) instanceof Outcome.Rejected rejected) {
                        var problem = rejected.problems().getFirst();
                        block(change, problem.code(), problem.args());
                    } else if (w.kept().isEmpty()) {
                        reversed++;
                    } else {
                        keep(change, w.kept());
                    }
                }
            }
        }

        private void keep(Change change, List<String> fields) {
            kept++;
            remainders.add(
                    new UndoRemainders.Row(change.object(), change.record(), "kept", "edited", List.copyOf(fields)));
        }

        private void block(Change change, String reason, List<Object> args) {
            blocked++;
            remainders.add(new UndoRemainders.Row(change.object(), change.record(), "blocked", reason, args));
        }
    }
}
