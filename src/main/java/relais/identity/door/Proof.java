package relais.identity.door;

import java.util.Locale;

/** How somebody proved who they are when a session was opened. */
public enum Proof {
    PASSWORD(false),
    /** A password and a code of an application. */
    CODE(true),
    /** A password and a recovery code. */
    RECOVERY(true),
    /** A password and a passkey. */
    KEY(true),
    /** A passkey alone, which its owner unlocked. */
    PASSKEY(true),
    /** The company's provider says so. */
    PROVIDER(true),
    /** A one-time link, or the setup. */
    LINK(false);

    private final boolean strong;

    Proof(boolean strong) {
        this.strong = strong;
    }

    /** Whether it is more than a password. */
    public boolean strong() {
        return strong;
    }

    /** How it is written in the database and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Proof of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
