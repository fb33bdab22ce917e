package relais.platform.web;

/** More passwords are to be checked at this moment than the machine can bear: answered with 503. */
public final class Crowded extends RuntimeException {
    public Crowded() {
        super("Too many passwords to check at once", null, false, false);
    }
}
