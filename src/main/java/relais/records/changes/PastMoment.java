package relais.records.changes;

import java.time.Instant;

/** When recounted work is said to have happened; only the demonstration's year of history binds it. */
public final class PastMoment {
    /** The moment that operations carry while this is bound, in place of the present one. */
    public static final ScopedValue<Instant> CURRENT = ScopedValue.newInstance();

    private PastMoment() {}
}
