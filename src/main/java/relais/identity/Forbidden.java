package relais.identity;

/** The actor may see the thing but not do this with it: answered with 403 and a plain sentence. */
public class Forbidden extends RuntimeException {
    private final String object;
    private final Action action;

    public Forbidden(String object, Action action) {
        super("Not allowed: " + action + " on " + object, null, false, false);
        this.object = object;
        this.action = action;
    }

    public String object() {
        return object;
    }

    public Action action() {
        return action;
    }
}
