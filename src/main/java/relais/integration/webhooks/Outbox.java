package relais.integration.webhooks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import relais.records.changes.RecordsWritten;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;

/** Writes what has to leave in the transaction of the change itself; without subscriptions it does nothing. */
@Component
class Outbox {
    private final DSLContext sql;
    private final Subscriptions subscriptions;
    private final ObjectTypes types;
    private final Bell bell;
    private final Clock clock;

    Outbox(DSLContext sql, Subscriptions subscriptions, ObjectTypes types, Bell bell, Clock clock) {
        this.sql = sql;
        this.subscriptions = subscriptions;
        this.types = types;
        this.bell = bell;
        this.clock = clock;
    }

    @EventListener
    void recordsWritten(RecordsWritten written) {
        if (written.type().name().equals(WebhookDescription.NAME)) {
            subscriptions.forget();
            bell.watched();
            return;
        }
        var all = subscriptions.active();
        if (!all.isEmpty() && types.description(written.type()).open()) {
            tell(all, written);
        }
    }

    private void tell(List<Webhook> all, RecordsWritten written) {
        var changes = written.items().stream().map(RecordsWritten.Item::change).toList();
        var letters = new Letters(clock.instant());
        Slice.of(changes)
                .forEach(slice -> all.stream()
                        .filter(w -> w.wants(slice.object(), slice.kind()))
                        .forEach(w -> letters.add(w.id(), slice)));
        send(letters);
    }

    /** The personal data of this record was erased: those who were told of it have to erase their copies. */
    void erased(ObjectType type, UUID record, Instant at) {
        var slice = new Slice(EventKind.ERASED, type.name(), null, at, 0, 0, List.of(record));
        var letters = new Letters(clock.instant());
        subscriptions.active().stream()
                .filter(w -> w.wants(type.name(), EventKind.ERASED))
                .forEach(w -> letters.add(w.id(), slice));
        send(letters);
    }

    /** A message to this subscription, to see whether it arrives. */
    UUID test(UUID webhook) {
        var letters = new Letters(clock.instant());
        var id = letters.add(webhook, new Slice(EventKind.TEST, "", null, clock.instant(), 0, 0, List.of()));
        send(letters);
        return id;
    }

    private void send(Letters letters) {
        if (letters.write(sql)) {
            bell.ring();
        }
    }
}
