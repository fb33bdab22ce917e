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

    /** Whether it can never be taken back, whoever asks: what it took away is gone for good. */
    public boolean definitive() {
        return intent.code().startsWith("trash.purge") || intent.code().equals("privacy.erase");
    }

    /** That it has been taken back, as a sentence in the past. */
    public String undoneSentence() {
        var key = "undone." + intent.code();
        return switch (intent.code()) {
            case Intent.UNDO, Intent.REDO -> Words.t(key, inner());
            default -> Words.has(key) ? sentence(key, intent.args(), changes) : Words.t("undone", sentence());
        };
    }

    /** What it did, as a sentence without its actor, in the current language. */
    public String sentence() {
        if (intent.code().equals(Intent.UNDO) || intent.code().equals(Intent.REDO)) {
            return Words.t("intent." + intent.code(), inner());
        }
        return sentence("intent." + intent.code(), intent.args(), changes);
    }

    /** What was done by the operation that this one takes back or makes stand again. */
    private String inner() {
        var args = new HashMap<>(intent.args());
        var of = args.remove(Intent.OF);
        return sentence("intent." + (of == null ? "" : of), args, 0);
    }

    private static String sentence(String key, Map<String, String> args, int records) {
        return Words.t(
                key,
                args.getOrDefault("subject", ""),
                args.getOrDefault("field", ""),
                args.getOrDefault("value", ""),
                records);
    }
}
