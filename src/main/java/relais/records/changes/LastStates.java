package relais.records.changes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import relais.records.types.ObjectType;
import relais.records.types.Snapshot;
import relais.records.types.Visibility;

/** Which changed records the actor may see: by their present state, and those that are gone by the last one known. */
public final class LastStates {
    private LastStates() {}

    /** Those of these changes, all of one object, whose record the actor may see. */
    public static List<Change> seen(
            Visibility visibility, ObjectType type, List<Change> changes, Map<UUID, Snapshot> current) {
        if (visibility.whole(type)) {
            return changes;
        }
        var last = new HashMap<UUID, Snapshot>();
        for (var change : changes) {
            var whole = change.removes() ? change.before() : change.creates() ? change.after() : null;
            var now = current.get(change.record());
            if (now != null) {
                last.put(change.record(), now);
            } else if (whole != null) {
                last.putIfAbsent(change.record(), new Snapshot(type, change.record(), 0, whole));
            }
        }
        visibility.keepReached(type, last);
        return changes.stream().filter(c -> last.containsKey(c.record())).toList();
    }
}
