package relais.records.changes;

import java.time.Instant;

/** The place of a change inside its operation, in the order of writing. */
public record ChangePlace(Instant at, int seq) implements Comparable<ChangePlace> {
    /** Before every change. */
    public static final ChangePlace START = new ChangePlace(Instant.EPOCH, -1);

    /** Behind every change. */
    public static final ChangePlace END = new ChangePlace(Instant.parse("9999-01-01T00:00:00Z"), 0);

    /** Where this change stands. */
    public static ChangePlace of(Change change) {
        return new ChangePlace(change.at(), change.seq());
    }

    /** Reads what {@link #toString} wrote. */
    public static ChangePlace parse(String text) {
        var parts = text.split("/");
        return new ChangePlace(Instant.parse(parts[0]), Integer.parseInt(parts[1]));
    }

    @Override
    public String toString() {
        return at + "/" + seq;
    }

    @Override
    public int compareTo(ChangePlace other) {
        int byTime = at.compareTo(other.at);
        return byTime == 0 ? Integer.compare(seq, other.seq) : byTime;
    }
}
