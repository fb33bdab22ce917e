package relais.customers.duplicates;

import java.time.Instant;
import java.util.UUID;

/**
 * One search through the stock.
 *
 * @param place how far it is: the phase and what it did last
 * @param total how many customers there are
 * @param done how many steps out of a thousand
 * @param compared how many pairs were compared
 * @param found how many of them look alike
 */
record Finding(
        UUID id,
        UUID actor,
        State state,
        String place,
        long total,
        long done,
        long compared,
        long found,
        Frequencies words,
        Instant startedAt,
        Instant touchedAt) {
    static final int WHOLE = 1_000;

    enum State {
        RUNNING,
        STOPPED,
        FAILED,
        DONE
    }
}
