package relais.platform.jobs;

import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One job while it runs: its id, for which workspace and as whom, and what it was given. */
public record JobContext(UUID id, UUID workspace, @Nullable UUID actor, String data, int failures, Stop stop) {

    /** Whether Relais is about to stop: a long job leaves at the next good place, and is run again after the start. */
    public boolean stopping() {
        return stop.asked();
    }

    /** Remembers that a job saw the end coming, so that its return does not count as done. */
    static final class Stop {
        private final BooleanSupplier shuttingDown;
        private volatile boolean seen;

        Stop(BooleanSupplier shuttingDown) {
            this.shuttingDown = shuttingDown;
        }

        boolean asked() {
            seen = seen || shuttingDown.getAsBoolean();
            return seen;
        }

        boolean seen() {
            return seen;
        }
    }
}
