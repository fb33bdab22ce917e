package relais.records.search;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;

/** What decides who may see a record's row, copied to its terms so that a search never finds what it must hide. */
record Rights(@Nullable UUID site, @Nullable UUID owner, boolean shared) {

    static Rights of(JsonNode state) {
        return new Rights(
                id(state.path("site")),
                id(state.path("owner")),
                state.path("shared").asBoolean(false));
    }

    static Rights of(Snapshot record) {
        return of(record.values());
    }

    private static @Nullable UUID id(JsonNode value) {
        return Values.empty(value) ? null : UUID.fromString(value.asString());
    }
}
