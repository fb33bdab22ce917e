package relais.identity.provider;

/** The provider did not say, or not believably, who somebody is; the code is what their page explains. */
final class Unsaid extends Exception {
    private final String code;

    Unsaid(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    /** The reason; {@code provider.failed.<code>} is its message key. */
    String code() {
        return code;
    }
}
