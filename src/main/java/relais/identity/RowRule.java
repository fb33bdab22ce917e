package relais.identity;

/**
 * Which records of one object a role sees and changes.
 *
 * @param team whether whoever leads a team counts what its members own as theirs
 * @param where the conditions as JSON, empty unless they decide what is seen
 */
public record RowRule(See see, boolean team, Change change, String where) {
    /** What is seen. */
    public enum See {
        EVERYTHING,
        /** What belongs to their sites and to them, and what is shared. */
        OWN,
        /** What fulfils conditions. */
        WHERE
    }

    /** What of that is changed and deleted. */
    public enum Change {
        SEEN,
        /** What belongs to their sites and to them. */
        OWN
    }

    /** No rule at all: the person's own reach decides. */
    public static final RowRule NONE = new RowRule(See.EVERYTHING, false, Change.SEEN, "");

    /** Whether it limits anything. */
    public boolean limits() {
        return see != See.EVERYTHING || change != Change.SEEN;
    }
}
