package relais.records.seal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import relais.platform.tenancy.Tenancy;

/** Walks the chain of the current workspace from its first seal and compares all that is sealed with what stands now. */
@Service
public class Verifier {
    private final SealStore store;
    private final SealedRows rows;
    private final SealKey key;
    private final HeadFiles heads;
    private final TransactionTemplate still;

    Verifier(SealStore store, SealedRows rows, SealKey key, HeadFiles heads, PlatformTransactionManager transactions) {
        this.store = store;
        this.rows = rows;
        this.key = key;
        this.heads = heads;
        this.still = new TransactionTemplate(transactions);
        this.still.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.still.setReadOnly(true);
    }

    /** Verifies the current workspace, also against heads that were kept elsewhere; sees one moment of a Relais that goes on. */
    public Report verify(List<Head> known) {
        // Read before the snapshot: what is sealed meanwhile lies behind it.
        var beside = heads.kept(Tenancy.id());
        return java.util.Objects.requireNonNull(still.execute(status -> walk(known, beside)));
    }

    private Report walk(List<Head> known, Optional<Head> beside) {
        var chain = new ChainWalk(store, rows, key, Tenancy.id());
        var last = chain.walk();
        beside.ifPresent(head -> compare(head, last, chain.tally()));
        known.stream().filter(h -> h.id().equals(Tenancy.id())).forEach(h -> compare(h, last, chain.tally()));
        rows.count(chain.tally());
        rows.beyond(last.last(), chain.tally());
        return chain.tally().report(last, rows.waiting());
    }

    private void compare(Head head, Seal last, Tally tally) {
        if (head.seal() > last.number()) {
            tally.add(Finding.of(Finding.Kind.TAIL_CUT, last.number(), head.seal()));
        } else if (head.seal() > 0
                && store.find(head.seal())
                        .filter(s -> s.hex().equals(head.print()))
                        .isEmpty()) {
            tally.add(Finding.of(Finding.Kind.HEAD_OTHER, head.seal()));
        }
    }
}
