package relais.timeline;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import relais.customers.AffiliationDescription;
import relais.records.changes.RecordsWritten;
import tools.jackson.databind.node.ObjectNode;

/** An organisation shows its people's entries: follows each affiliation that is written. */
@Component
class AffiliationThreads {
    private final EntryStore entries;
    private final Exchanges exchanges;

    AffiliationThreads(EntryStore entries, Exchanges exchanges) {
        this.entries = entries;
        this.exchanges = exchanges;
    }

    @EventListener
    void affiliationsWritten(RecordsWritten written) {
        if (!written.type().name().equals(AffiliationDescription.NAME)) {
            return;
        }
        Set<EntryStore.Belonging> pairs = new LinkedHashSet<>();
        for (var item : written.items()) {
            var before = item.change().before();
            var now = item.state() == null ? before : item.state();
            add(pairs, now, now);
            add(pairs, before, now);
        }
        entries.align(pairs);
        exchanges.refresh(pairs.stream().map(EntryStore.Belonging::organisation).collect(Collectors.toSet()));
    }

    /** Members that the first state does not tell are those of the second. */
    private static void add(
            Set<EntryStore.Belonging> pairs, @Nullable ObjectNode state, @Nullable ObjectNode complete) {
        if (state == null || complete == null) {
            return;
        }
        pairs.add(new EntryStore.Belonging(id(state, complete, "person"), id(state, complete, "organisation")));
    }

    private static UUID id(ObjectNode state, ObjectNode complete, String member) {
        var own = state.path(member).asString("");
        return UUID.fromString(own.isEmpty() ? complete.path(member).asString("") : own);
    }
}
