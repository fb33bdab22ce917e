package relais.records.changes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which operations to show; null members do not narrow.
 *
 * @param from not before this moment
 * @param to before this moment
 * @param kind only acts of this sort
 * @param undoneOnly only those that were taken back
 */
public record OperationFilter(
        @Nullable UUID actor,
        @Nullable String object,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable OperationKind kind,
        boolean undoneOnly) {

    /** Of every sort. */
    public OperationFilter(
            @Nullable UUID actor,
            @Nullable String object,
            @Nullable Instant from,
            @Nullable Instant to,
            boolean undoneOnly) {
        this(actor, object, from, to, null, undoneOnly);
    }

    /** Every operation. */
    public static final OperationFilter ALL = new OperationFilter(null, null, null, null, false);
}
