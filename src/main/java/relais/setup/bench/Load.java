package relais.setup.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Lets clients do a scenario without pause for a while. */
final class Load {
    private final List<Visitor> visitors;
    private final Failures failures;

    Load(List<Visitor> visitors, Failures failures) {
        this.visitors = visitors;
        this.failures = failures;
    }

    /** The times of one step of one client. */
    private static final class Times {
        private final List<Long> nanos = new ArrayList<>();
        private final List<Long> served = new ArrayList<>();
        private int failed;
    }

    /** So many clients for so long; what every step of the scenario took. */
    List<Measured> run(Scenario scenario, int clients, Duration time) throws InterruptedException {
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        var lanes = new ArrayList<Future<Map<Scenario.Step, Times>>>();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                int number = i;
                lanes.add(threads.submit(() -> lane(scenario, number, end)));
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        var together = new LinkedHashMap<Scenario.Step, Times>();
        for (var lane : lanes) {
            result(lane).forEach((step, times) -> {
                var all = together.computeIfAbsent(step, s -> new Times());
                all.nanos.addAll(times.nanos);
                all.served.addAll(times.served);
                all.failed += times.failed;
            });
        }
        return together.entrySet().stream()
                .map(e -> Measured.of(
                        e.getKey(),
                        clients,
                        new Measured.Times(
                                numbers(e.getValue().nanos), numbers(e.getValue().served)),
                        e.getValue().failed,
                        seconds))
                .toList();
    }

    private static long[] numbers(List<Long> all) {
        return all.stream().mapToLong(n -> n).toArray();
    }

    private static <T> T result(Future<T> lane) throws InterruptedException {
        try {
            return lane.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private Map<Scenario.Step, Times> lane(Scenario scenario, int number, long end) {
        var times = new LinkedHashMap<Scenario.Step, Times>();
        var visitor = visitors.get(number % visitors.size());
        var watch = new Scenario.Watch() {
            @Override
            public <T> T time(Scenario.Step step, Supplier<T> request) {
                var of = times.computeIfAbsent(step, s -> new Times());
                long start = System.nanoTime();
                try {
                    var answer = request.get();
                    of.nanos.add(System.nanoTime() - start);
                    of.served.add(visitor.served());
                    return answer;
                } catch (IllegalStateException failed) {
                    of.failed++;
                    throw failed;
                }
            }
        };
        var random = new SplittableRandom(scenario.name().hashCode() * 31L + number);
        var turn = new Scenario.Turn(visitor, random, number, watch);
        while (System.nanoTime() < end) {
            try {
                scenario.call().run(turn);
            } catch (IllegalStateException failed) {
                failures.remember(failed);
            }
        }
        return times;
    }
}
