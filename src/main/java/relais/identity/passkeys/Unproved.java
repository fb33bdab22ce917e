package relais.identity.passkeys;

/** What a browser sent proves nothing: forged, for another site, too late, or not understood. */
final class Unproved extends Exception {
    Unproved() {
        super("unproved", null, false, false);
    }
}
