package relais.integration.webhooks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import relais.records.changes.Change;
import relais.records.types.Snapshot;
import relais.records.types.Values;

/** What happened to a record, as subscriptions choose among it. */
enum EventKind {
    CREATED,
    UPDATED,
    /** It went to the trash, or its making was undone. */
    DELETED,
    RESTORED,
    /** The personal data of somebody was erased for good: whoever has a copy has to erase it too. */
    ERASED,
    /** Somebody wanted to see whether messages arrive. */
    TEST;

    /** Those that can be subscribed to; tests reach everybody. */
    static final List<EventKind> CHOICES = List.of(CREATED, UPDATED, DELETED, RESTORED, ERASED);

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<EventKind> of(String code) {
        return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
    }

    static EventKind of(Change change) {
        if (change.creates()) {
            return CREATED;
        }
        var after = change.after();
        if (after == null || !Values.empty(after.get(Snapshot.DELETED))) {
            return DELETED;
        }
        var before = change.before();
        return before != null && !Values.empty(before.get(Snapshot.DELETED)) ? RESTORED : UPDATED;
    }
}
