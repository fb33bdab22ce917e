package relais.setup.seed;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.springframework.stereotype.Service;
import relais.identity.Actor;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.records.Mutation;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Intent;
import tools.jackson.databind.node.ObjectNode;

/** Fills a workspace through the one writer: customers and their history, in batches, by two writers at a time. */
@Service
class Seed {
    private static final int WRITERS = 2;
    private static final int BATCH = 2_000;
    private static final int LOT = 50_000;

    private final Records records;
    private final Clock clock;

    Seed(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** Told after every batch: how many records of how many are written. */
    interface Progress {
        default void begins(String object, long all) {}

        void written(String object, long done, long all);
    }

    /** Adds so many customers and so many entries of history. */
    void fill(SeedCompany company, long seed, int customers, int history, Progress progress)
            throws InterruptedException {
        var ids = new UUID[customers];
        for (int i = 0; i < customers; i++) {
            ids[i] = Ids.next();
        }
        var maker = new SeedCustomers(seed, company);
        write(company, new Kind("customer", customers), i -> new Mutation.Create(ids[i], maker.of(i)), progress);

        var notes = new SeedNotes(seed, company, clock.instant());
        var counts = SeedNotes.counts(customers, history);
        var starts = new int[customers + 1];
        for (int i = 0; i < customers; i++) {
            starts[i + 1] = starts[i] + counts[i];
        }
        write(
                company,
                new Kind("note", history),
                i -> {
                    int owner = owner(starts, i);
                    return new Mutation.Create(Ids.next(), note(notes, ids, owner, i - starts[owner]));
                },
                progress);
    }

    private static ObjectNode note(SeedNotes notes, UUID[] ids, int owner, int index) {
        return notes.of(owner, ids[owner], index);
    }

    /** Whose entry this is: the entries of a customer follow each other. */
    private static int owner(int[] starts, int entry) {
        int low = 0;
        int high = starts.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (starts[middle] <= entry) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private record Kind(String object, int count) {}

    private void write(SeedCompany company, Kind kind, IntFunction<Mutation.Create> make, Progress progress)
            throws InterruptedException {
        var done = new AtomicLong();
        progress.begins(kind.object(), kind.count());
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            var lots = new ArrayList<Future<?>>();
            int size = Math.clamp(kind.count() / 16, BATCH, LOT); // so that both writers end together
            for (int from = 0; from < kind.count(); from += size) {
                int first = from;
                int end = Math.min(from + size, kind.count());
                lots.add(writers.submit(as(company, () -> {
                    lot(
                            kind,
                            make,
                            first,
                            end,
                            written -> progress.written(kind.object(), done.addAndGet(written), kind.count()));
                    return true;
                })));
            }
            for (var lot : lots) {
                await(lot);
            }
        }
    }

    private static Callable<Boolean> as(SeedCompany company, Callable<Boolean> work) {
        return () -> ScopedValue.where(Tenancy.CURRENT, company.workspace().id())
                .where(Actor.CURRENT, company.administrator())
                .call(work::call);
    }

    private static void await(Future<?> lot) throws InterruptedException {
        try {
            lot.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void lot(Kind kind, IntFunction<Mutation.Create> make, int from, int end, IntConsumer told) {
        var operation = records.open(Intent.of("seed", kind.object()));
        for (int at = from; at < end; at += BATCH) {
            var batch = new ArrayList<Mutation>(BATCH);
            for (int i = at; i < Math.min(at + BATCH, end); i++) {
                batch.add(make.apply(i));
            }
            check(records.resume(operation, w -> w.apply(kind.object(), batch)).result());
            told.accept(batch.size());
        }
    }

    private static void check(List<Outcome> outcomes) {
        outcomes.stream()
                .filter(o -> !(o instanceof Outcome.Written))
                .findFirst()
                .ifPresent(o -> {
                    throw new IllegalStateException("A made-up record was refused: " + o);
                });
    }
}
