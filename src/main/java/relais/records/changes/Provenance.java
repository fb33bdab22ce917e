package relais.records.changes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a value comes from.
 *
 * @param previous what stood there before, null when the field was empty or the record new
 */
public record Provenance(
        Operation operation, Instant at, @Nullable JsonNode previous) {}
