package relais.records.changes;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;
import relais.records.types.Field;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** What the changes tell of one record: former states and where values come from. */
@Component
public class History {
    private static final int ALL = 1_000_000;

    private final ChangeLog log;
    private final DSLContext sql;

    History(ChangeLog log, DSLContext sql) {
        this.log = log;
        this.sql = sql;
    }

    /** The changes of a record, newest first, at most this many. */
    public List<Change> changes(UUID id, int limit) {
        return log.of(id, Instant.EPOCH, limit);
    }

    /** Folds the changes after the moment backward from the present state. */
    public Optional<Snapshot> asOf(ObjectType type, UUID id, @Nullable Snapshot current, Instant at) {
        ObjectNode state = current == null ? null : current.values().deepCopy();
        Integer version = current == null ? null : current.version();
        for (var change : log.of(id, at, ALL)) {
            version = change.versionBefore();
            state = version == null ? null : before(state, change);
        }
        if (state == null || version == null) {
            return Optional.empty();
        }
        // Roll-ups are of today; showing them beside former values would mislead.
        type.fields().stream()
                .filter(f -> f.has(Field.Trait.COMPUTED))
                .map(Field::name)
                .forEach(state::remove);
        type.trim(state);
        return Optional.of(new Snapshot(type, id, version, state));
    }

    private static ObjectNode before(@Nullable ObjectNode state, Change change) {
        var former = Objects.requireNonNull(change.before());
        if (change.removes() || state == null) {
            return former.deepCopy();
        }
        former.properties().forEach(e -> {
            if (Values.empty(e.getValue())) {
                state.remove(e.getKey());
            } else {
                state.set(e.getKey(), e.getValue());
            }
        });
        return state;
    }

    /** The change that wrote the field's present value. */
    public Optional<Provenance> provenance(UUID id, String field) {
        return log.latest(id, field)
                .flatMap(change -> operation(change).map(o -> {
                    var before = change.before();
                    return new Provenance(o, change.at(), before == null ? null : before.get(field));
                }));
    }

    private Optional<Operation> operation(Change change) {
        return sql.resultQuery(
                        "SELECT " + OperationLog.COLUMNS
                                + " FROM records.operation o WHERE o.tenant_id = ? AND o.id = ?",
                        Tenancy.id(),
                        change.operation())
                .fetchOptional(OperationLog::operation);
    }
}
