package relais.records.work;

import java.time.Instant;
import java.util.UUID;

/**
 * A piece of writing that runs in steps, each one transaction.
 *
 * @param task name of its {@link LongTask}
 * @param data what the task was given, in its own form
 * @param place how far it is, in its own form; empty at the beginning
 * @param operation the operation that its steps write
 * @param total how many records it goes through, as far as known at the start
 * @param done how many it went through
 * @param written how many it changed
 * @param left how many it had to leave as they are
 * @param problem message key of why it failed, else empty
 * @param back the local path to go to afterwards
 */
public record Work(
        UUID id,
        String task,
        String data,
        String place,
        UUID operation,
        UUID actor,
        State state,
        int total,
        int done,
        int written,
        int left,
        String problem,
        String back,
        Instant startedAt,
        Instant touchedAt) {

    /** Where it stands. */
    public enum State {
        RUNNING,
        STOPPED,
        FAILED,
        DONE
    }

    /** Whether it goes on by itself. */
    public boolean running() {
        return state == State.RUNNING;
    }
}
