package relais.records.changes;

import org.jspecify.annotations.Nullable;
import relais.records.types.Snapshot;

/**
 * One change of an operation with the record it concerns.
 *
 * @param title what names the record, as it is now or as it was last
 * @param current the record as it is now, null when it is gone or in the trash
 */
public record ChangedRecord(
        Change change, String title, @Nullable Snapshot current) {
    /** Where the change stands in its operation. */
    public ChangePlace place() {
        return ChangePlace.of(change);
    }
}
