package relais.timeline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.identity.Actor;
import relais.platform.text.Fold;
import relais.records.types.Snapshot;
import tools.jackson.databind.node.ObjectNode;

/** One note as the timeline keeps it; it bears the note's id. */
record Entry(
        UUID id,
        UUID customer,
        String kind,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable Instant removedAt,
        @Nullable UUID author,
        String actorName,
        String body,
        boolean pinned,
        @Nullable UUID privateTo) {

    private static final int SUMMARY = 96;

    static Entry of(UUID id, ObjectNode state, Instant now) {
        var author = state.path("author").asString("");
        var created = state.path(Snapshot.CREATED).asString("");
        boolean personal = state.path("personal").asBoolean(false);
        var writer = author.isEmpty() ? null : UUID.fromString(author);
        var deleted = state.path(Snapshot.DELETED).asString("");
        return new Entry(
                id,
                UUID.fromString(state.path("customer").asString("")),
                state.path("kind").asString(""),
                Instant.parse(state.path("occurredAt").asString("")),
                created.isEmpty() ? now : Instant.parse(created),
                deleted.isEmpty() ? null : Instant.parse(deleted),
                writer,
                Actor.current().name(),
                state.path("body").asString(""),
                state.path("pinned").asBoolean(false),
                personal ? writer : null);
    }

    boolean alive() {
        return removedAt == null;
    }

    /** The text as a search compares it, without case, accents and punctuation. */
    String folded() {
        return Fold.key(body);
    }

    /** The beginning of the text on one line, as a list would show it. */
    String summary() {
        var line = body.replaceAll("\\s+", " ").strip();
        if (line.length() <= SUMMARY) {
            return line;
        }
        int end = line.offsetByCodePoints(0, Math.min(SUMMARY, line.codePointCount(0, line.length())) - 1);
        return line.substring(0, end) + "…";
    }
}
