package relais.setup.bench;

import java.util.Arrays;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** What one kind of request took: percentiles in milliseconds, answers per second, and how many failed. */
record Measured(
        String what,
        int clients,
        int budget,
        int calls,
        int failures,
        double p50,
        double p95,
        double p99,
        double rate) {
    /** At so many clients the budgets hold. */
    static final int BUSY = 8;

    /** Sums up the durations, in nanoseconds, of calls within so many seconds. */
    static Measured of(Scenario.Step step, int clients, long[] nanos, int failures, double seconds) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Measured(
                step.name(),
                clients,
                step.budget(),
                sorted.length,
                failures,
                at(sorted, 0.50),
                at(sorted, 0.95),
                at(sorted, 0.99),
                sorted.length / seconds);
    }

    /** The smallest duration that at least this share of the calls did not exceed (nearest rank), in milliseconds. */
    static double at(long[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }

    boolean within() {
        return failures == 0 && calls > 0 && (clients < BUSY || p95 <= budget);
    }

    String row() {
        return "| %s | %d | %.1f | %.1f | %.1f | %.0f | %d | %s |"
                .formatted(
                        what,
                        clients,
                        p50,
                        p95,
                        p99,
                        rate,
                        failures,
                        clients < BUSY ? "" : budget + " ms" + (within() ? "" : " **missed**"));
    }

    ObjectNode json() {
        return Values.object()
                .put("what", what)
                .put("clients", clients)
                .put("budget", budget)
                .put("calls", calls)
                .put("failures", failures)
                .put("p50", p50)
                .put("p95", p95)
                .put("p99", p99)
                .put("rate", rate);
    }
}
