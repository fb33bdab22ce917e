package relais.records.seal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.tenancy.Tenancy;
import relais.records.changes.ChangeDigest;
import relais.records.changes.ChangePlace;
import relais.records.changes.Operation;
import relais.records.changes.OperationLog;

/**
 * Seals what a workspace has written: numbers each operation, digests its changes, and binds them all to the seals before
 * by the key. An operation that grows later gets another entry for what was added.
 */
@Service
class Sealer {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    /** So many operations, or somewhat more than so many changes, make one seal. */
    private static final int OPERATIONS = 500;

    private static final int CHANGES = 100_000;

    /** A long operation is sealed in parts of so many changes. */
    static final int PART = 5_000;

    private final SealStore store;
    private final OperationLog operations;
    private final SealKey key;
    private final Clock clock;

    Sealer(SealStore store, OperationLog operations, SealKey key, Clock clock) {
        this.store = store;
        this.operations = operations;
        this.key = key;
        this.clock = clock;
    }

    /** The latest seal of the current workspace. */
    @Transactional(readOnly = true)
    public Seal head() {
        return store.head();
    }

    /** Makes the next seal of the current workspace; whether more waits. Of two at once the second finds its number taken. */
    @Transactional
    public boolean seal() {
        var head = store.head();
        if (head.number() > 0 && !head.key().equals(key.name())) {
            LOG.warn("Nothing is sealed: the seals were made by another key than the one of this installation");
            return false;
        }
        var waiting = operations.unsealed(OPERATIONS);
        if (waiting.isEmpty()) {
            return false;
        }
        var batch =
                new Batch(head, store.latest(waiting.stream().map(Operation::id).toList()));
        int taken = 0;
        for (var operation : waiting) {
            if (batch.changes >= CHANGES) {
                break;
            }
            add(batch, operation);
            taken++;
        }
        write(batch, head);
        return taken < waiting.size() || waiting.size() == OPERATIONS;
    }

    private void add(Batch batch, Operation operation) {
        Entry entry = batch.former.get(operation.id());
        while (true) {
            var after = entry == null || entry.upto() == null ? ChangePlace.START : entry.upto();
            var lines = store.lines(operation.id(), from(after, operation), operation.endedAt(), PART);
            entry = batch.add(operation, entry, lines);
            if (lines.size() < PART) {
                return;
            }
        }
    }

    /** No change lies before its operation, so the index need not be read before it. */
    static ChangePlace from(ChangePlace after, Operation operation) {
        return after.at().isBefore(operation.at()) ? new ChangePlace(operation.at(), -1) : after;
    }

    private void write(Batch batch, Seal head) {
        store.insert(batch.entries);
        operations.seal(List.copyOf(batch.covered.keySet()), List.copyOf(batch.covered.values()));
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var content = ChangeDigest.sha256();
        batch.entries.forEach(e -> content.update(e.digest()));
        store.insert(new Seal(
                        head.number() + 1,
                        at,
                        head.last() + 1,
                        head.last() + batch.entries.size(),
                        batch.covered.size(),
                        batch.changes,
                        key.name(),
                        content.digest(),
                        new byte[0])
                .bound(key, Tenancy.id(), head));
    }

    /** The entries of one seal while they are made. */
    private static final class Batch {
        private final Seal head;
        private final Map<UUID, Entry> former;
        private final List<Entry> entries = new ArrayList<>();
        private final Map<UUID, Long> covered = new HashMap<>();
        private long changes;

        Batch(Seal head, Map<UUID, Entry> former) {
            this.head = head;
            this.former = former;
        }

        Entry add(Operation operation, @Nullable Entry before, List<Entry.Line> lines) {
            long number = head.last() + 1 + entries.size();
            long seal = head.number() + 1;
            var entry = before == null
                    ? Entry.first(operation, number, seal, lines)
                    : before.next(operation, number, seal, lines);
            entries.add(entry);
            covered.put(operation.id(), number);
            changes += lines.size();
            return entry;
        }
    }
}
