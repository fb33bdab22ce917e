package relais.records.seal;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import relais.records.changes.ChangeDigest;

/** One walk along a chain: each seal is bound to the one before, and its entries are those it was made of. */
final class ChainWalk {
    private static final int SEALS = 200;
    private static final int ENTRIES = 200;

    private final SealStore store;
    private final SealedRows rows;
    private final SealKey key;
    private final UUID tenant;
    private final Tally tally = new Tally();

    ChainWalk(SealStore store, SealedRows rows, SealKey key, UUID tenant) {
        this.store = store;
        this.rows = rows;
        this.key = key;
        this.tenant = tenant;
    }

    Tally tally() {
        return tally;
    }

    /** Answers the last seal there is. */
    Seal walk() {
        var before = Seal.NONE;
        List<Seal> page;
        do {
            page = store.after(before.number(), SEALS);
            for (var seal : page) {
                check(before, seal);
                before = seal;
            }
        } while (page.size() == SEALS);
        return before;
    }

    private void check(Seal before, Seal seal) {
        if (seal.number() != before.number() + 1) {
            tally.add(Finding.of(Finding.Kind.SEAL_MISSING, before.number() + 1));
        }
        if (!seal.key().equals(key.name())) {
            tally.add(Finding.of(Finding.Kind.KEY_UNKNOWN, seal.number()));
        } else if (seal.first() != before.last() + 1
                || !Arrays.equals(seal.bound(key, tenant, before).mac(), seal.mac())) {
            tally.add(Finding.of(Finding.Kind.SEAL_ALTERED, seal.number()));
        }
        if (!Arrays.equals(content(seal), seal.content())) {
            tally.add(Finding.of(Finding.Kind.ENTRIES_ALTERED, seal.number()));
        }
    }

    private byte[] content(Seal seal) {
        var sha = ChangeDigest.sha256();
        long at = seal.first() - 1;
        List<Entry> page;
        do {
            page = store.entries(at, seal.last(), ENTRIES);
            for (var entry : page) {
                missing(at, entry.number());
                at = entry.number();
            }
            take(sha, page, seal);
        } while (page.size() == ENTRIES);
        missing(at, seal.last() + 1);
        return sha.digest();
    }

    private void missing(long before, long next) {
        for (long number = before + 1; number < next; number++) {
            tally.add(Finding.of(Finding.Kind.ENTRY_MISSING, number));
        }
    }

    private void take(MessageDigest sha, List<Entry> page, Seal seal) {
        page.forEach(e -> {
            sha.update(e.digest());
            if (e.seal() != seal.number()) {
                tally.add(Finding.of(Finding.Kind.ENTRIES_ALTERED, seal.number()));
            }
        });
        rows.check(page, tally);
    }
}
