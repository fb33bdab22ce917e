package relais.customers.duplicates;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import relais.platform.jobs.JobContext;
import relais.platform.jobs.JobHandler;

/**
 * Searches the whole stock: writes the keys of every customer into buckets, then compares those who share one. What was
 * compared is committed together with how far it is, so that a run after a kill goes on behind it.
 */
@Component
class FindJob implements JobHandler {
    static final String NAME = "customers.duplicates";

    private static final Logger LOG = LoggerFactory.getLogger(FindJob.class);
    private static final int SLICE = 2_000;
    private static final int PAIRS = 6_000;
    private static final int FILLING = Finding.WHOLE / 4;
    private static final int MOST_FAILURES = 5;

    private final FindingStore store;
    private final Profiles profiles;
    private final Matching matching;
    private final TransactionTemplate transaction;

    FindJob(FindingStore store, Profiles profiles, Matching matching, PlatformTransactionManager transactions) {
        this.store = store;
        this.profiles = profiles;
        this.matching = matching;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobContext job) {
        var id = UUID.fromString(job.data());
        try (var buckets = new Buckets()) {
            var run = new Run(id, settings(), buckets, job);
            if (run.fill() && run.compare()) {
                transaction.executeWithoutResult(status -> {
                    store.tidy(id);
                    store.advance(id, "", Finding.WHOLE, 0, 0);
                    store.move(id, Finding.State.RUNNING, Finding.State.DONE);
                });
            }
        } catch (RuntimeException unexpected) {
            if (job.failures() < MOST_FAILURES) {
                throw unexpected;
            }
            LOG.error("The search for duplicates {} failed again and again", id, unexpected);
            transaction.executeWithoutResult(status -> store.move(id, Finding.State.RUNNING, Finding.State.FAILED));
        }
    }

    private Matching.Settings settings() {
        return Objects.requireNonNull(transaction.execute(status -> matching.settings()));
    }

    private record Place(int bucket, long key) {
        static Place parse(String text) {
            int colon = text.indexOf(':');
            return colon < 0
                    ? new Place(0, Long.MIN_VALUE)
                    : new Place(Integer.parseInt(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
        }

        boolean done(int other, long key) {
            return other < bucket || other == bucket && key <= this.key;
        }

        String text() {
            return bucket + ":" + key;
        }
    }

    /** One run of the job. */
    private final class Run {
        private final UUID id;
        private final Matching.Settings settings;
        private final Buckets buckets;
        private final JobContext job;
        private final Frequencies.Counter counter = new Frequencies.Counter();
        private Frequencies words = Frequencies.UNKNOWN;
        private Place place = new Place(0, Long.MIN_VALUE);

        Run(UUID id, Matching.Settings settings, Buckets buckets, JobContext job) {
            this.id = id;
            this.settings = settings;
            this.buckets = buckets;
            this.job = job;
        }

        /** Goes through all customers; false when it is to stop. */
        boolean fill() {
            UUID last = null;
            long seen = 0;
            while (!job.stopping()) {
                var from = last;
                var ids = Objects.requireNonNull(transaction.execute(status -> {
                    var slice = profiles.behind(from, SLICE);
                    profiles.of(slice, settings.identifying()).forEach((customer, profile) -> {
                        counter.add(profile);
                        buckets.add(customer, Blocks.of(profile));
                    });
                    return slice;
                }));
                seen += ids.size();
                if (!going(seen)) {
                    return false;
                }
                if (ids.size() < SLICE) {
                    words = counter.frequencies();
                    transaction.executeWithoutResult(status -> store.words(id, words));
                    return true;
                }
                last = ids.getLast();
            }
            return false;
        }

        /** Whether the search still is to run; a first one shows how far its reading is. */
        private boolean going(long seen) {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var finding = store.find(id, true).filter(f -> f.state() == Finding.State.RUNNING);
                finding.ifPresent(f -> {
                    place = Place.parse(f.place());
                    if (f.place().isEmpty()) {
                        long share = FILLING * seen / Math.max(1, f.total());
                        store.advance(id, "", Math.min(FILLING, share), 0, 0);
                    }
                });
                return finding.isPresent();
            }));
        }

        /** Compares whoever shares a key; false when it is to stop. */
        boolean compare() {
            var pairs = new ArrayList<UUID[]>();
            for (int bucket = place.bucket(); bucket < Buckets.COUNT; bucket++) {
                var entries = buckets.sorted(bucket);
                for (int i = 0; i < entries.length; ) {
                    long key = Buckets.key(entries[i]);
                    int end = i + 1;
                    while (end < entries.length && Buckets.key(entries[end]) == key) {
                        end++;
                    }
                    if (end - i > 1 && end - i <= Blocks.MOST && !place.done(bucket, key)) {
                        pair(entries, i, end, pairs);
                    }
                    i = end;
                    if (pairs.size() >= PAIRS && !step(pairs, new Place(bucket, key), i, entries.length)) {
                        return false;
                    }
                }
                if (!step(pairs, new Place(bucket, Long.MAX_VALUE), 1, 1)) {
                    return false;
                }
            }
            return true;
        }

        private void pair(long[] entries, int from, int to, List<UUID[]> pairs) {
            for (int i = from; i < to; i++) {
                for (int j = i + 1; j < to; j++) {
                    pairs.add(new UUID[] {buckets.customer(entries[i]), buckets.customer(entries[j])});
                }
            }
        }

        private boolean step(List<UUID[]> pairs, Place reached, long part, long whole) {
            boolean going = !job.stopping()
                    && Boolean.TRUE.equals(transaction.execute(status -> {
                        if (store.find(id, true)
                                .filter(f -> f.state() == Finding.State.RUNNING)
                                .isEmpty()) {
                            return false;
                        }
                        int found = store.keep(id, alike(pairs));
                        double share = (reached.bucket() + (double) part / whole) / Buckets.COUNT;
                        long done = FILLING + (long) ((Finding.WHOLE - FILLING) * share);
                        store.advance(id, reached.text(), done, pairs.size(), found);
                        return true;
                    }));
            pairs.clear();
            return going;
        }

        private List<FindingStore.Pair> alike(List<UUID[]> pairs) {
            var ids = new HashSet<UUID>();
            pairs.forEach(p -> ids.addAll(List.of(p)));
            var known = profiles.of(ids, settings.identifying());
            return pairs.parallelStream()
                    .flatMap(p -> pair(p, known.get(p[0]), known.get(p[1])))
                    .filter(p -> p.score() >= settings.threshold())
                    .distinct()
                    .toList();
        }

        /** Who went to the trash meanwhile is compared with nobody. */
        private Stream<FindingStore.Pair> pair(UUID[] ids, @Nullable Profile a, @Nullable Profile b) {
            return a == null || b == null
                    ? Stream.empty()
                    : Stream.of(FindingStore.Pair.of(
                            ids[0], ids[1], Comparison.of(a, b, words).score()));
        }
    }
}
