package relais.records.types;

/** A value that its field can't hold; never leaves the engine, which turns it into a {@link Problem}. */
public class BadValue extends RuntimeException {
    private final String code;
    private final transient Object[] args;

    BadValue(String code, Object... args) {
        super(code, null, false, false);
        this.code = code;
        this.args = args;
    }

    /** The problem at this field. */
    public Problem of(Field field) {
        return Problem.of(field.name(), code, args);
    }
}
