package relais.records.imports.source;

import java.util.List;

/** The file can't be read as it is; nothing of it is taken. */
public final class Unreadable extends RuntimeException {
    private final String code;
    private final List<Object> args;

    /** Refuses with the message {@code imports.unreadable.<code>} and its arguments, a line number mostly. */
    public Unreadable(String code, Object... args) {
        super(code + " " + List.of(args), null, false, false);
        this.code = code;
        this.args = List.of(args);
    }

    public String code() {
        return code;
    }

    public List<Object> args() {
        return args;
    }
}
