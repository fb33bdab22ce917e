package relais.platform.outbound;

/** Nobody answered, or was to be asked at all; the code says why. */
public final class Unreached extends Exception {
    /** The address belongs to a private or special network. */
    public static final String PRIVATE = "private";

    /** The host has no address. */
    public static final String UNKNOWN = "unknown";

    /** The connection was refused or broke. */
    public static final String BROKEN = "broken";

    /** There was no whole answer in time. */
    public static final String LATE = "late";

    /** The certificate does not prove the host. */
    public static final String UNTRUSTED = "untrusted";

    /** What came was no answer of HTTP. */
    public static final String NONSENSE = "nonsense";

    /** The answer is longer than anybody wants to read. */
    public static final String LARGE = "large";

    private final String code;

    Unreached(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    /** Why, as a word that stays the same. */
    public String code() {
        return code;
    }
}
