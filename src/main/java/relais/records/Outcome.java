package relais.records;

import java.util.List;
import java.util.UUID;
import relais.records.types.Problem;
import relais.records.types.Snapshot;

/** What became of one mutation. */
public sealed interface Outcome {
    UUID id();

    /** It is written; the record has this version now. */
    record Written(UUID id, int version) implements Outcome {}

    /** Nothing differed, so nothing was written. */
    record Unchanged(UUID id, int version) implements Outcome {}

    /** Somebody wrote before; this is what stands now. */
    record Stale(UUID id, Snapshot current) implements Outcome {}

    /** There is no such record any more, or the actor may not see it. */
    record Missing(UUID id) implements Outcome {}

    /** Values that can't be stored, with the reasons. */
    record Rejected(UUID id, List<Problem> problems) implements Outcome {}
}
