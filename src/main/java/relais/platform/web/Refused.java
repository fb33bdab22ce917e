package relais.platform.web;

import java.util.List;

/** A business rule says no: answered with 409 and the sentence of the message key {@code refused.<code>}. */
public class Refused extends RuntimeException {
    private final String code;
    private final transient List<Object> args;

    public Refused(String code, Object... args) {
        super("Refused: " + code, null, false, false);
        this.code = code;
        this.args = List.of(args);
    }

    /** The stable name of the reason. */
    public String code() {
        return code;
    }

    /** What the sentence names. */
    public List<Object> args() {
        return args;
    }
}
