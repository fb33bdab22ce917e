package relais.ui;

/** One step of a task that is done in order; a done step may be returned to. */
public record Step(String label, State state, String href) {

    /** Where the task stands. */
    public enum State {
        DONE,
        CURRENT,
        TO_COME
    }

    public Step(String label, State state) {
        this(label, state, "");
    }
}
