package relais.records.trash;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.types.Snapshot;

/**
 * A record in the trash.
 *
 * @param by who deleted it, empty when nobody knows
 * @param operation the operation that deleted it, null when nobody knows
 * @param along how many records of each object went with it and would come back with it
 */
public record Discarded(
        Snapshot record, Instant at, String by, @Nullable UUID operation, Map<String, Integer> along) {}
