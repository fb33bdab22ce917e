package relais.records.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Change;
import relais.records.changes.Intent;
import relais.records.types.BadValue;
import relais.records.types.FieldRules;
import relais.records.types.ObjectType;
import relais.records.types.Problem;
import relais.records.types.Snapshot;
import tools.jackson.databind.node.ObjectNode;

/** Saves what forms send: whole, or refused with reasons, or with a choice when somebody else saved first. */
@Service
public class RecordForms {
    private static final int RECENT = 200;

    private final Records records;
    private final Conflicts conflicts;

    RecordForms(Records records, Conflicts conflicts) {
        this.records = records;
        this.conflicts = conflicts;
    }

    /** Makes a record. */
    @Transactional
    public Saved create(String object, Intent intent, ObjectNode values) {
        var made = records.write(intent, w -> w.create(object, values));
        return switch (made.result()) {
            case Outcome.Written w -> new Saved.Done(w.id(), made.operation());
            case Outcome.Rejected r -> new Saved.Rejected(r.problems());
            case Outcome.Unchanged u -> new Saved.Done(u.id(), null);
            case Outcome.Stale s -> throw new IllegalStateException("A new record can't be stale");
            case Outcome.Missing m -> throw new IllegalStateException("A new record can't be missing");
        };
    }

    /** Writes fields of the record as its form was filled in at this version. */
    @Transactional
    public Saved update(String object, UUID id, @Nullable Integer version, Intent intent, ObjectNode values) {
        var done = records.write(intent, w -> w.update(object, id, version, values));
        return switch (done.result()) {
            case Outcome.Written w -> new Saved.Done(id, done.operation());
            case Outcome.Unchanged u -> new Saved.Done(id, null);
            case Outcome.Rejected r -> new Saved.Rejected(r.problems());
            case Outcome.Missing m -> new Saved.Gone(deletion(object, id));
            case Outcome.Stale s -> late(object, s.current(), version == null ? 0 : version, intent, values);
        };
    }

    /** Fields that nobody else touched are written; the others are for the actor to choose. */
    private Saved late(String object, Snapshot current, int version, Intent intent, ObjectNode values) {
        if (current.deleted()) {
            return new Saved.Gone(deletion(object, current.id()));
        }
        var problems = unreadable(current.type(), values);
        if (!problems.isEmpty()) {
            return new Saved.Rejected(problems);
        }
        var since = records.changes(object, current.id(), RECENT).stream()
                .filter(c -> c.versionAfter() == null || c.versionAfter() > version)
                .toList();
        var conflict = conflicts.between(current, since, values);
        return conflict.rows().isEmpty()
                ? update(object, current.id(), current.version(), intent, conflict.rest())
                : new Saved.Clash(conflict);
    }

    /** What no field can hold is told first; it can't be compared with what stands now. */
    private static List<Problem> unreadable(ObjectType type, ObjectNode values) {
        var problems = new ArrayList<Problem>();
        for (var field : type.fields()) {
            try {
                FieldRules.canonical(field, values.path(field.name()));
            } catch (BadValue bad) {
                problems.add(bad.of(field));
            }
        }
        return problems;
    }

    private @Nullable UUID deletion(String object, UUID id) {
        List<Change> last = records.changes(object, id, 1);
        return last.isEmpty() ? null : last.getFirst().operation();
    }
}
