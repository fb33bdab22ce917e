package relais.platform.database;

/** Relais cannot start, and this sentence says why; it is printed without a stack trace. */
public final class StartRefused extends RuntimeException {
    public StartRefused(String sentence) {
        super(sentence);
    }
}
