package relais.records.changes;

import java.time.Instant;

/** The place of a change inside its operation, in the order of writing. */
public record ChangePlace(Instant at, int seq) implements Comparable<ChangePlace> {
    /** Before every change. */
    public static final ChangePlace START = new ChangePlace(Instant.EPOCH, -1);

    static ChangePlace of(Change change) {
        return new ChangePlace(change.at(), change.seq());
    }

    @Override
    public int compareTo(ChangePlace other) {
        int byTime = at.compareTo(other.at);
        return byTime == 0 ? Integer.compare(seq, other.seq) : byTime;
    }
}
