package relais.records.changes;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.identity.Actor;
import relais.ui.Words;

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

    /** What it did, as a sentence without its actor, in the current language. */
    public String sentence() {
        if (intent.code().equals(Intent.UNDO) || intent.code().equals(Intent.REDO)) {
            var args = new HashMap<>(intent.args());
            var of = args.remove(Intent.OF);
            return Words.t("intent." + intent.code(), sentence(of == null ? "" : of, args, 0));
        }
        return sentence(intent.code(), intent.args(), changes);
    }

    private static String sentence(String code, Map<String, String> args, int records) {
        return Words.t(
                "intent." + code,
                args.getOrDefault("subject", ""),
                args.getOrDefault("field", ""),
                args.getOrDefault("value", ""),
                records);
    }
}
