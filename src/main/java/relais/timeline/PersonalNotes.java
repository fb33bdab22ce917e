package relais.timeline;

import java.util.List;
import java.util.UUID;
import relais.identity.Actor;

/** Keeps what somebody wrote for themself out of what others read: whatever their role, and also through borrowed eyes. */
final class PersonalNotes {
    private static final UUID NOBODY = new UUID(0, 0);

    private PersonalNotes() {}

    /** The condition on rows of threads under the name {@code e}. */
    static String entries(List<Object> binds) {
        binds.add(reader());
        return " AND (e.private_to IS NULL OR e.private_to = ?)";
    }

    /** The condition on notes under the name {@code n}; where there may be none, nothing is kept. */
    static String notes(List<Object> binds) {
        binds.add(reader());
        return " AND (n.personal IS NOT TRUE OR n.author_id = ?)";
    }

    private static UUID reader() {
        var actor = Actor.current();
        return actor.reach().veiled() ? NOBODY : actor.id();
    }
}
