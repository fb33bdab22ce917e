package relais.setup.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Lets clients do a scenario without pause for a while. */
final class Load {
    private final List<Visitor> visitors;
    private @Nullable String firstFailure;

    Load(List<Visitor> visitors) {
        this.visitors = visitors;
    }

    private record Lane(long[] nanos, int failures) {}

    /** So many clients for so long. */
    Measured run(Scenario scenario, int clients, Duration time) throws InterruptedException {
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        var lanes = new ArrayList<Future<Lane>>();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                var visitor = visitors.get(i % visitors.size());
                var random = new SplittableRandom(scenario.name().hashCode() * 31L + i);
                lanes.add(threads.submit(() -> lane(scenario, visitor, random, end)));
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        var nanos = LongStream.builder();
        int failures = 0;
        for (var lane : lanes) {
            var done = result(lane);
            LongStream.of(done.nanos()).forEach(nanos);
            failures += done.failures();
        }
        return Measured.of(scenario, clients, nanos.build().toArray(), failures, seconds);
    }

    private static Lane result(Future<Lane> lane) throws InterruptedException {
        try {
            return lane.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private Lane lane(Scenario scenario, Visitor visitor, SplittableRandom random, long end) {
        var nanos = LongStream.builder();
        int failures = 0;
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            try {
                scenario.call().run(visitor, random);
                nanos.add(System.nanoTime() - start);
            } catch (IllegalStateException failed) {
                failures++;
                remember(failed.getMessage());
            }
        }
        return new Lane(nanos.build().toArray(), failures);
    }

    private synchronized void remember(@Nullable String failure) {
        if (firstFailure == null) {
            firstFailure = failure;
        }
    }

    /** What went wrong first, if anything did. */
    synchronized @Nullable String failure() {
        return firstFailure;
    }
}
