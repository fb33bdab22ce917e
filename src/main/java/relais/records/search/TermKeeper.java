package relais.records.search;

import java.util.Collection;
import java.util.HashSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import relais.records.changes.RecordsWritten;

/** Keeps the terms of records in the transaction of each write. */
@Component
class TermKeeper {
    private final TermStore store;
    private final Variants variants;

    TermKeeper(TermStore store, Variants variants) {
        this.store = store;
        this.variants = variants;
    }

    @EventListener
    void recordsWritten(RecordsWritten written) {
        if (!Terms.searched(written.type())) {
            return;
        }
        var difference = Difference.of(written);
        store.deleteAll(difference.gone());
        store.move(difference.moved());
        store.delete(difference.less());
        add(difference.more());
        learn(difference.first());
        store.insertNew(difference.first());
    }

    void add(Collection<TermRow> rows) {
        learn(rows);
        store.insert(rows);
    }

    private void learn(Collection<TermRow> rows) {
        var words = new HashSet<String>();
        rows.forEach(r -> words.addAll(Terms.words(r.term())));
        variants.learn(words);
    }
}
