package relais.records.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.records.imports.source.Layout;
import tools.jackson.databind.JsonNode;

/** One file to import, as it stands. */
record Import(
        UUID id,
        String object,
        String fileName,
        long fileSize,
        Layout layout,
        Mapping mapping,
        State state,
        long rows,
        long done,
        long tied,
        Tally tally,
        @Nullable UUID operation,
        @Nullable UUID fieldsOperation,
        UUID actorId,
        String actorName,
        Instant uploadedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long busyMillis,
        @Nullable JsonNode trial,
        @Nullable JsonNode problem) {

    /** Where an import stands. */
    enum State {
        /** Its columns are being mapped. */
        UPLOADED,
        /** A dry run goes on. */
        TRYING,
        /** A dry run has shown what would happen. */
        TRIED,
        RUNNING,
        PAUSED,
        CANCELLED,
        DONE,
        FAILED
    }

    /** How many rows came to what. */
    record Tally(int created, int updated, int unchanged, int decided, int aside, int rejected) {
        static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

        Tally plus(Tally o) {
            return new Tally(
                    created + o.created,
                    updated + o.updated,
                    unchanged + o.unchanged,
                    decided + o.decided,
                    aside + o.aside,
                    rejected + o.rejected);
        }
    }

    /** Whether its columns may still be mapped. */
    boolean open() {
        return state == State.UPLOADED || state == State.TRIED;
    }

    /** Whether it wrote something that can be taken back, or might still. */
    boolean ended() {
        return state == State.DONE || state == State.CANCELLED || state == State.FAILED;
    }
}
