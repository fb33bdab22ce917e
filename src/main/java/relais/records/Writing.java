package relais.records;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.platform.tenancy.Ids;
import relais.records.changes.Operation;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** What may be written inside one operation. */
public final class Writing {
    private final Writer writer;
    private final Cascade cascade;
    private final Operation operation;
    private final Instant at;
    private final boolean restoring;
    private int seq;
    private int changes;
    private @Nullable String object;

    Writing(Writer writer, Cascade cascade, Operation operation, Instant at, boolean restoring) {
        this.writer = writer;
        this.cascade = cascade;
        this.operation = operation;
        this.at = at;
        this.restoring = restoring;
    }

    /** The operation that all these writes belong to. */
    public UUID operation() {
        return operation.id();
    }

    /** Says what the operation is about when its first write is of another object. */
    public Writing about(String type) {
        if (object == null) {
            object = type;
        }
        return this;
    }

    /** Makes a record. */
    public Outcome create(String type, ObjectNode values) {
        return one(type, new Mutation.Create(Ids.next(), values));
    }

    /** Changes fields of a record; null takes whatever version is there. */
    public Outcome update(String type, UUID id, @Nullable Integer version, ObjectNode values) {
        return one(type, new Mutation.Update(id, version, values));
    }

    /** Moves a record to the trash, and with it whatever can't be without it. */
    public Outcome delete(String type, UUID id, @Nullable Integer version) {
        var outcome = one(type, new Mutation.Update(id, version, deletion()));
        follow(type, List.of(outcome), cascade::trash);
        return outcome;
    }

    /** Moves these records to the trash, and with them whatever can't be without them. */
    public List<Outcome> delete(String type, List<UUID> ids, Function<Snapshot, Boolean> meant) {
        var outcomes = edit(type, ids, s -> meant.apply(s) ? deletion() : null);
        follow(type, outcomes, cascade::trash);
        return outcomes;
    }

    /** The values that move a record to the trash as part of this operation. */
    public ObjectNode deletion() {
        return Values.object().put(Snapshot.DELETED, at.toString());
    }

    /**
     * Brings records back from the trash, and with each what went there along with it.
     *
     * @param values what each one is to be given in the same breath, such as an empty field whose value is taken
     */
    public List<Outcome> restore(String type, Map<UUID, ObjectNode> values) {
        var outcomes = apply(
                type,
                values.entrySet().stream()
                        .map(e -> new Mutation.Update(
                                e.getKey(), null, e.getValue().deepCopy().putNull(Snapshot.DELETED)))
                        .toList());
        follow(type, outcomes, cascade::revive);
        return outcomes;
    }

    /** Takes records away for good, with whatever can't be without them; only the log still knows them. */
    public int purge(ObjectType type, Collection<UUID> ids) {
        int before = changes;
        count(type.name(), cascade.purge(this::pass, type, ids));
        return changes - before;
    }

    private interface Consequence {
        int of(Cascade.Pass pass, ObjectType type, Collection<UUID> ids);
    }

    private void follow(String type, List<Outcome> outcomes, Consequence consequence) {
        var written = outcomes.stream()
                .filter(o -> o instanceof Outcome.Written)
                .map(Outcome::id)
                .toList();
        if (!written.isEmpty()) {
            count(type, consequence.of(this::pass, writer.type(type), written));
        }
    }

    private Outcome one(String type, Mutation mutation) {
        return apply(type, List.of(mutation)).getFirst();
    }

    /** Applies many mutations of distinct records in batches; the outcomes stand in their order. */
    public List<Outcome> apply(String type, List<? extends Mutation> mutations) {
        if (new HashSet<>(mutations.stream().map(Mutation::id).toList()).size() != mutations.size()) {
            throw new IllegalArgumentException("The same record stands twice in one batch");
        }
        return count(type, writer.apply(pass(), type, mutations));
    }

    /**
     * Locks these records and applies what the edit makes of each; those it answers null for, and those that are gone
     * or not to be seen, stay as they are and have no outcome.
     */
    public List<Outcome> edit(String type, List<UUID> ids, Function<Snapshot, @Nullable ObjectNode> edit) {
        return count(type, writer.edit(pass(), type, ids, edit));
    }

    List<Outcome> apply(ObjectType type, List<? extends Mutation> mutations, Map<UUID, Snapshot> locked) {
        return count(type.name(), writer.apply(pass(), type, mutations, locked));
    }

    private Writer.Pass pass() {
        return new Writer.Pass(operation, at, seq, restoring);
    }

    private Writer.Pass pass(int more) {
        return new Writer.Pass(operation, at, seq + more, true);
    }

    private List<Outcome> count(String type, List<Outcome> outcomes) {
        int written = (int)
                outcomes.stream().filter(o -> o instanceof Outcome.Written).count();
        count(type, written);
        return outcomes;
    }

    private void count(String type, int written) {
        seq += written;
        changes += written;
        if (object == null && written > 0) {
            object = type;
        }
    }

    int changes() {
        return changes;
    }

    @Nullable
    String object() {
        return object;
    }

    Instant at() {
        return at;
    }
}
