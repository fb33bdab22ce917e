package relais.identity;

import java.util.EnumSet;
import java.util.Set;

/** An object guarded by rights, as the matrix of rights names it, with the actions that mean something for it. */
public record GuardedObject(String name, String label, Set<Action> actions) {

    /** An object with records of its own. */
    public GuardedObject(String name, String label) {
        this(name, label, EnumSet.complementOf(EnumSet.of(Action.CONFIGURE)));
    }
}
