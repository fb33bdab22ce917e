package relais.identity.door;

import java.time.Duration;
import java.time.Instant;

/** How failures add up under one key: some are free, then each doubles the wait; a quiet hour forgets them. */
record Backoff(int failures, Instant lastAt, Instant blockedUntil) {
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    static final Backoff NONE = new Backoff(0, Instant.EPOCH, Instant.EPOCH);

    boolean blocks(Instant now) {
        return now.isBefore(blockedUntil);
    }

    /** One more attempt, counted as a failure until it turns out right. */
    Backoff attempt(Instant now, int free) {
        int count = now.isAfter(lastAt.plus(MEMORY)) ? 1 : failures + 1;
        return new Backoff(count, now, count < free ? Instant.EPOCH : now.plus(wait(count - free)));
    }

    /** The attempt turned out right after all. */
    Backoff takenBack() {
        return new Backoff(Math.max(0, failures - 1), lastAt, Instant.EPOCH);
    }

    private static Duration wait(int beyond) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(beyond, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
