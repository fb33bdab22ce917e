package relais.setup.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A mixed load for a long while, watched for errors, growing latency and growing memory. */
final class Soak {
    static final int THINK_FROM = 100;
    static final int THINK_TO = 300;

    static final Duration WARM_UP = Duration.ofMinutes(2);

    private static final Duration EVERY = Duration.ofSeconds(15);

    private final List<Visitor> visitors;
    private final Map<Scenario, Integer> mix;
    private final Footprint footprint;
    private final Failures failures = new Failures();
    private final ConcurrentLinkedQueue<Long> taken = new ConcurrentLinkedQueue<>();

    Soak(List<Visitor> visitors, Scenarios scenarios, Footprint footprint) {
        this.visitors = visitors;
        this.footprint = footprint;
        this.mix = new LinkedHashMap<>();
        mix.put(scenarios.list(), 25);
        mix.put(scenarios.card(), 35);
        mix.put(scenarios.search(), 20);
        mix.put(scenarios.edit(), 10);
        mix.put(scenarios.create(), 5);
        mix.put(scenarios.read(), 5);
    }

    /**
     * A quarter of a minute.
     *
     * @param minute since the beginning, at its end
     * @param failures in it
     */
    record Sample(double minute, int requests, int failures, double p50, double p95, Footprint.Reading memory) {}

    /** So long, after a warm-up that counts for nothing. */
    SoakReport run(Duration time) throws InterruptedException {
        long begun = System.nanoTime() + WARM_UP.toNanos();
        long end = begun + time.toNanos();
        var samples = new ArrayList<Sample>();
        try (var lanes = Executors.newFixedThreadPool(visitors.size())) {
            for (int i = 0; i < visitors.size(); i++) {
                int lane = i;
                lanes.submit(() -> {
                    lane(lane, end);
                    return lane;
                });
            }
            TimeUnit.NANOSECONDS.sleep(begun - System.nanoTime());
            taken.clear();
            int failed = 0;
            for (long next = begun + EVERY.toNanos(); next <= end; next += EVERY.toNanos()) {
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
                int all = failures.count();
                samples.add(sample((System.nanoTime() - begun) / 60e9, all - failed));
                failed = all;
            }
        }
        return new SoakReport(visitors.size(), time.toMinutes(), List.copyOf(samples), failures.first());
    }

    private Sample sample(double minute, int failed) {
        var nanos = new ArrayList<Long>();
        for (var one = taken.poll(); one != null; one = taken.poll()) {
            nanos.add(one);
        }
        var sorted = nanos.stream().mapToLong(n -> n).toArray();
        Arrays.sort(sorted);
        return new Sample(
                minute, sorted.length, failed, Measured.at(sorted, 0.5), Measured.at(sorted, 0.95), footprint.read());
    }

    private void lane(int lane, long end) throws InterruptedException {
        var random = new SplittableRandom(lane);
        var watch = new Scenario.Watch() {
            @Override
            public <T> T time(Scenario.Step step, Supplier<T> request) {
                long start = System.nanoTime();
                var answer = request.get();
                taken.add(System.nanoTime() - start);
                return answer;
            }
        };
        var turn = new Scenario.Turn(visitors.get(lane), random, lane, watch);
        while (System.nanoTime() < end) {
            try {
                any(random).call().run(turn);
            } catch (RuntimeException failed) {
                failures.remember(failed);
            }
            Thread.sleep(random.nextInt(THINK_FROM, THINK_TO));
        }
    }

    private Scenario any(SplittableRandom random) {
        int at = random.nextInt(mix.values().stream().mapToInt(w -> w).sum());
        for (var one : mix.entrySet()) {
            at -= one.getValue();
            if (at < 0) {
                return one.getKey();
            }
        }
        throw new IllegalStateException("The weights end before their sum");
    }
}
