package relais.platform.web;

/** More was sent than is accepted here: answered with 413. */
public class TooLarge extends RuntimeException {
    public TooLarge() {
        super("The request is too large", null, false, false);
    }
}
