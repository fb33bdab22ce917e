package relais.records;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.Refused;
import relais.records.changes.Change;
import relais.records.changes.History;
import relais.records.changes.Intent;
import relais.records.changes.LastStates;
import relais.records.changes.Operated;
import relais.records.changes.Operation;
import relais.records.changes.OperationLog;
import relais.records.changes.Provenance;
import relais.records.store.RecordStates;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Visibility;

/** The face of the records: reading single records and writing inside operations. */
@Service
public class Records {
    private final ObjectTypes types;
    private final Visibility visibility;
    private final Writer writer;
    private final Cascade cascade;
    private final RecordStates states;
    private final OperationLog operations;
    private final History history;
    private final TransactionTemplate transaction;

    Records(
            ObjectTypes types,
            Visibility visibility,
            Writer writer,
            Cascade cascade,
            RecordStates states,
            OperationLog operations,
            History history,
            PlatformTransactionManager transactions) {
        this.types = types;
        this.visibility = visibility;
        this.writer = writer;
        this.cascade = cascade;
        this.states = states;
        this.operations = operations;
        this.history = history;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Runs one operation in one transaction (or in the one that is open): all of it is written or nothing. */
    public <T extends @Nullable Object> Operated<T> write(Intent intent, Function<Writing, T> work) {
        return write(intent, null, false, work);
    }

    <T extends @Nullable Object> Operated<T> write(
            Intent intent, @Nullable UUID undoOf, boolean restoring, Function<Writing, T> work) {
        return inTransaction(() -> {
            var operation = operations.begin(intent, undoOf);
            var done = run(operation, restoring, work);
            if (done.operation() == null) {
                operations.forget(operation.id());
            }
            return done;
        });
    }

    /** Opens an operation that later batches continue, each in its own transaction: a long import. */
    public UUID open(Intent intent) {
        return Objects.requireNonNull(
                transaction.execute(status -> operations.begin(intent, null).id()));
    }

    /** Forgets an operation that was opened and of which no batch wrote anything. */
    @Transactional
    public void close(UUID operation) {
        operations.forget(operation);
    }

    /** Writes another batch of an operation that was opened before. */
    public <T extends @Nullable Object> Operated<T> resume(UUID operation, Function<Writing, T> work) {
        return resume(operation, false, work);
    }

    <T extends @Nullable Object> Operated<T> resume(UUID operation, boolean restoring, Function<Writing, T> work) {
        return inTransaction(() -> run(operations.find(operation, true).orElseThrow(), restoring, work));
    }

    /** A unique value that somebody else took in the same moment is refused, not a fault. */
    private <T> T inTransaction(Supplier<T> work) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> work.get()));
        } catch (DuplicateKeyException taken) {
            throw new Refused("unique.raced");
        }
    }

    private <T extends @Nullable Object> Operated<T> run(
            Operation operation, boolean restoring, Function<Writing, T> work) {
        var at = operation.changes() == 0 ? operation.at() : operations.now();
        var writing = new Writing(writer, cascade, operation, at, restoring);
        T result = work.apply(writing);
        operations.finish(operation, writing.at(), writing.changes(), writing.object());
        boolean nothing = writing.changes() == 0 && operation.changes() == 0 && operation.undoOf() == null;
        return new Operated<>(nothing ? null : operation.id(), result);
    }

    /** What applying these mutations would answer, also for an object whose new fields are not made yet; writes nothing. */
    @Transactional(readOnly = true)
    public List<Outcome> rehearse(ObjectType type, List<? extends Mutation> mutations) {
        var imagined = operations.imagine(new Intent("rehearsal", Map.of()));
        return writer.rehearse(new Writer.Pass(imagined, imagined.at(), 0, false), type, mutations);
    }

    /** The record as it is now, unless it is in the trash or not to be seen. */
    @Transactional(readOnly = true)
    public Optional<Snapshot> find(String object, UUID id) {
        return Optional.ofNullable(find(object, List.of(id)).get(id))
                .filter(s -> !s.deleted())
                .map(this::locked);
    }

    /** What the actor may only read is shown so: none of its fields is to be written. */
    private Snapshot locked(Snapshot record) {
        return visibility.changes(record.type(), record)
                ? record
                : new Snapshot(record.type().locked(), record.id(), record.version(), record.values());
    }

    /** The records of these ids as they are now, those in the trash too. */
    @Transactional(readOnly = true)
    public Map<UUID, Snapshot> find(String object, Collection<UUID> ids) {
        var type = types.of(object);
        if (!may(type)) {
            return Map.of();
        }
        var found = states.load(type, List.copyOf(ids), false);
        visibility.keep(type, found);
        return found;
    }

    /** The same with what these fields need alone, for showing many: everything else of them may be missing. */
    @Transactional(readOnly = true)
    public Map<UUID, Snapshot> find(String object, Collection<UUID> ids, Collection<String> fields) {
        var type = types.of(object);
        if (!may(type)) {
            return Map.of();
        }
        var wanted = new HashSet<>(fields);
        wanted.addAll(visibility.deciding(type));
        var found = states.load(type, List.copyOf(ids), wanted);
        visibility.keep(type, found);
        return found;
    }

    /** The record as it was known at a moment; empty when it did not exist yet or was in the trash. */
    @Transactional(readOnly = true)
    public Optional<Snapshot> asOf(String object, UUID id, Instant at) {
        var type = types.of(object);
        if (!may(type)) {
            return Optional.empty();
        }
        var current = states.load(type, List.of(id), false).get(id);
        if (current == null ? !saw(type, id) : !visibility.sees(type, id)) {
            return Optional.empty();
        }
        return history.asOf(type, id, current, at).filter(s -> !s.deleted());
    }

    /** Of a record whose row is gone the last state known decides. */
    private boolean saw(ObjectType type, UUID id) {
        return !LastStates.seen(visibility, type, history.changes(id, 1), Map.of()).isEmpty();
    }

    /** A record's changes, newest first, at most this many. */
    @Transactional(readOnly = true)
    public List<Change> changes(String object, UUID id, int limit) {
        var type = types.of(object);
        return may(type, id)
                ? history.changes(id, limit).stream()
                        .map(c -> c.seen(type))
                        .filter(c -> !c.blank())
                        .toList()
                : List.of();
    }

    /** Where the present value of a field comes from; empty when it was never written. */
    @Transactional(readOnly = true)
    public Optional<Provenance> provenance(String object, UUID id, String field) {
        var type = types.of(object);
        return !type.hidden().contains(field) && may(type, id) ? history.provenance(id, field) : Optional.empty();
    }

    private boolean may(ObjectType type, UUID id) {
        return may(type) && visibility.sees(type, id);
    }

    private boolean may(ObjectType type) {
        return Actor.current().may(type.name(), types.description(type).right(Action.READ));
    }
}
