package relais.records.changes;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some operations in a row, the newest first.
 *
 * @param newer whether there are newer ones before them
 * @param older whether there are older ones behind them
 */
public record OperationSlice(List<Operation> operations, boolean newer, boolean older) {
    /**
     * A place in the row of operations.
     *
     * @param id the operation next to which the slice lies, null for the newest of all
     * @param backward whether the slice lies before it, on the newer side
     */
    public record Place(@Nullable UUID id, boolean backward) {
        /** The end at which the newest stand. */
        public static final Place NEWEST = new Place(null, false);
    }
}
