package relais.records.seal;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import relais.identity.Workspaces;
import relais.platform.tenancy.Tenancy;
import relais.records.changes.OperationLog;

/** The face of the seals: what is sealed, until when, and the head of the chain to be kept elsewhere. */
@Service
public class Seals {
    private static final int MOST = 10_000;

    private final Sealer sealer;
    private final SealStore store;
    private final OperationLog operations;
    private final HeadFiles heads;
    private final Workspaces workspaces;
    private final Clock clock;

    Seals(
            Sealer sealer,
            SealStore store,
            OperationLog operations,
            HeadFiles heads,
            Workspaces workspaces,
            Clock clock) {
        this.sealer = sealer;
        this.store = store;
        this.operations = operations;
        this.heads = heads;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /**
     * What is sealed.
     *
     * @param operations how many entries the chain has
     * @param at when the latest seal was made; nothing before the first
     * @param print the beginning and the end of the head's digest
     * @param waiting how many operations wait for the next seal, 10,000 for more
     */
    public record Status(long operations, Optional<Instant> at, String print, int waiting) {}

    /** One seal as the thread of operations shows it. */
    public record Mark(long number, Instant at, int operations, String print) {}

    /** Makes the next seal of the current workspace; whether more waits. One at a time: a seal needs the one before. */
    public synchronized boolean next() {
        boolean more = sealer.seal();
        heads.keep(head());
        return more;
    }

    /** Seals everything that waits. */
    public void all() {
        boolean more;
        do {
            more = next();
        } while (more);
    }

    /** What is sealed in the current workspace. */
    @Transactional(readOnly = true)
    public Status status() {
        var head = store.head();
        boolean any = head.number() > 0;
        return new Status(
                head.last(), any ? Optional.of(head.at()) : Optional.empty(), print(head), operations.waiting(MOST));
    }

    /** The seals that cover these operations as they stand. */
    @Transactional(readOnly = true)
    public Map<UUID, Mark> marks(Collection<UUID> ids) {
        var marks = new HashMap<UUID, Mark>();
        store.covering(ids).forEach((id, s) -> marks.put(id, new Mark(s.number(), s.at(), s.operations(), print(s))));
        return marks;
    }

    /** The head of the chain: kept elsewhere, it shows later that nothing was cut off. */
    public Head head() {
        var head = sealer.head();
        var name = workspaces.find(Tenancy.id()).map(w -> w.slug()).orElse("");
        return new Head(name, Tenancy.id(), head.number(), head.last(), head.at(), head.hex(), clock.instant());
    }

    private static String print(Seal seal) {
        var hex = seal.hex();
        return seal.number() == 0 ? "" : hex.substring(0, 4) + "…" + hex.substring(hex.length() - 4);
    }
}
