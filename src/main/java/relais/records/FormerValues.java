package relais.records;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.changes.Change;
import relais.records.changes.ChangeLog;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.changes.Operation;
import relais.records.changes.Operations;
import relais.records.changes.UndoRemainders;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** Gives a record that an undo kept its former values after all. */
@Service
public class FormerValues {
    private final Operations operations;
    private final UndoRemainders remainders;
    private final ChangeLog log;
    private final Records records;

    FormerValues(Operations operations, UndoRemainders remainders, ChangeLog log, Records records) {
        this.operations = operations;
        this.remainders = remainders;
        this.log = log;
        this.records = records;
    }

    /** Writes the values that the undo would have restored, as an operation of its own. */
    @Transactional
    public Operated<Outcome> restore(UUID undo, UUID record) {
        var undone = operations.find(undo).map(Operation::undoOf).orElseThrow(NotFound::new);
        var kept = remainders.kept(undo, record).orElseThrow(NotFound::new);
        var current = records.find(kept.object(), record).orElseThrow(NotFound::new);
        var changes = log.of(undone, record);
        if (changes.stream().anyMatch(Change::creates)) {
            return records.write(
                    Intent.of("record.delete", current.title()), w -> w.delete(kept.object(), record, null));
        }
        var former = former(changes, kept.args().stream().map(String::valueOf).toList());
        if (former.isEmpty()) {
            throw new Refused("undo.nothing");
        }
        return records.write(
                Intent.of("record.former", current.title()), w -> w.update(kept.object(), record, null, former));
    }

    /** What stood in these fields before the first of the changes, which come newest first. */
    private static ObjectNode former(List<Change> changes, List<String> fields) {
        var former = Values.object();
        for (var change : changes) {
            var before = change.before();
            if (before != null) {
                before.properties().stream()
                        .filter(e -> fields.contains(e.getKey()))
                        .forEach(e -> former.set(e.getKey(), e.getValue()));
            }
        }
        return former;
    }
}
