package relais.records.changes;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of an operation.
 *
 * @param operation its id, null when nothing differed and so nothing was written
 */
public record Operated<T extends @Nullable Object>(@Nullable UUID operation, T result) {}
