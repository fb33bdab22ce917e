package relais.records.changes;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.types.Snapshot;

/**
 * One record that an undo left as it is.
 *
 * @param outcome {@code kept} or {@code blocked}
 * @param reason message key {@code undo.<outcome>.<reason>}
 * @param args for a kept record the fields, for a blocked one the arguments of the message
 * @param title what names the record
 * @param current the record as it is now, null when it is gone or in the trash
 */
public record Remainder(
        String object,
        UUID record,
        String outcome,
        String reason,
        List<Object> args,
        String title,
        @Nullable Snapshot current) {
    /** Left as it is because somebody edited it since. */
    public static final String KEPT = "kept";

    /** Could not be restored. */
    public static final String BLOCKED = "blocked";
}
