package relais.customers.privacy;

import relais.identity.Action;
import relais.identity.Actor;

/** The right to handle personal data: to hand it out, to hold it, to erase it. */
public final class Privacy {
    /** The name under which rights speak of it. */
    public static final String NAME = "privacy";

    private Privacy() {}

    /** Whether the actor may. */
    public static boolean may() {
        return Actor.CURRENT.isBound() && Actor.current().may(NAME, Action.CONFIGURE);
    }

    /** Refuses everybody else. */
    public static void require() {
        Actor.current().require(NAME, Action.CONFIGURE);
    }
}
