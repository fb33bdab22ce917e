package relais.timeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import relais.records.changes.RecordsWritten;

/** Writes each note's entry into the timeline, in the transaction of the note. */
@Component
class NoteEntries {
    private final EntryStore entries;
    private final Exchanges exchanges;

    NoteEntries(EntryStore entries, Exchanges exchanges) {
        this.entries = entries;
        this.exchanges = exchanges;
    }

    @EventListener
    void notesWritten(RecordsWritten written) {
        if (!written.type().name().equals(NoteDescription.NAME)) {
            return;
        }
        var ids = written.items().stream().map(i -> i.change().record()).toList();
        Set<UUID> touched = new LinkedHashSet<>(entries.withdraw(ids));
        var gone = new ArrayList<UUID>();
        var kept = new ArrayList<Entry>();
        for (var item : written.items()) {
            var state = item.state();
            if (state == null) {
                gone.add(item.change().record());
            } else {
                kept.add(Entry.of(item.change().record(), state, item.change().at()));
            }
        }
        entries.forget(gone);
        entries.keep(kept);
        touched.addAll(entries.spread(kept.stream().filter(Entry::alive).toList()));
        exchanges.refresh(touched);
    }
}
