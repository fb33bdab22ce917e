package relais.records;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.identity.Actor;

/**
 * One act of writing, by one actor, with one intent; the unit of undo.
 *
 * @param endedAt when its last change was written
 * @param changes how many records it changed
 * @param undoOf the operation that this one took back
 * @param undoneBy the operation that took this one back
 */
public record Operation(
        UUID id,
        Instant at,
        Instant endedAt,
        Actor.Kind actorKind,
        UUID actorId,
        String actorName,
        Intent intent,
        String origin,
        @Nullable String object,
        int changes,
        @Nullable UUID undoOf,
        @Nullable UUID undoneBy,
        int reversed,
        int kept,
        int blocked) {

    /** Whether everything it did was taken back and not redone. */
    public boolean undone() {
        return undoneBy != null;
    }
}
