package relais.identity.door;

/** More people sign in at this moment than the machine can check: answered with 503. */
final class Crowded extends RuntimeException {
    Crowded() {
        super("Too many passwords to check at once", null, false, false);
    }
}
