package relais.platform.web;

/** The thing does not exist, or not for this visitor: answered with 404 either way. */
public class NotFound extends RuntimeException {
    public NotFound() {
        super("Not found", null, false, false);
    }
}
