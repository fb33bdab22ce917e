package relais.timeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
        var changed = new ArrayList<UUID>();
        var gone = new ArrayList<UUID>();
        var made = new ArrayList<Entry>();
        var kept = new ArrayList<Entry>();
        for (var item : written.items()) {
            var id = item.change().record();
            var state = item.state();
            if (!item.change().creates()) {
                changed.add(id);
            }
            if (state == null) {
                gone.add(id);
            } else {
                (item.change().creates() ? made : kept)
                        .add(Entry.of(id, state, item.change().at()));
            }
        }
        Set<UUID> touched = new LinkedHashSet<>(entries.withdraw(changed));
        entries.forget(gone);
        entries.make(made);
        entries.keep(kept);
        touched.addAll(entries.spread(
                Stream.concat(made.stream(), kept.stream()).filter(Entry::alive).toList()));
        exchanges.refresh(touched);
    }
}
