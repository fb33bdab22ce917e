package relais.setup.bench;

import java.util.Arrays;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one kind of request took: percentiles in milliseconds, answers per second, and how many failed.
 *
 * @param served the 95th percentile of what the server says it took, in milliseconds
 */
record Measured(
        Scenario.Step step,
        int clients,
        int calls,
        int failures,
        double p50,
        double p95,
        double p99,
        double served,
        double rate) {
    /** At so many clients the budgets hold. */
    static final int BUSY = 8;

    /** How long one call took in nanoseconds, for the client and by the server's word. */
    record Times(long[] client, long[] server) {}

    /** Sums up the durations of calls within so many seconds. */
    static Measured of(Scenario.Step step, int clients, Times nanos, int failures, double seconds) {
        var sorted = nanos.client().clone();
        Arrays.sort(sorted);
        var server = nanos.server().clone();
        Arrays.sort(server);
        return new Measured(
                step,
                clients,
                sorted.length,
                failures,
                at(sorted, 0.50),
                at(sorted, 0.95),
                at(sorted, 0.99),
                at(server, 0.95),
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
        return failures == 0 && calls > 0 && (clients < BUSY || judged() <= step.budget());
    }

    /** A server that says nothing of its time is judged by the client's. */
    private double judged() {
        return step.server() && served > 0 ? served : p95;
    }

    String what() {
        return step.name();
    }

    String row() {
        return "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.0f | %d | %s |"
                .formatted(
                        what(),
                        clients,
                        p50,
                        p95,
                        p99,
                        served,
                        rate,
                        failures,
                        clients < BUSY ? "" : budget());
    }

    private String budget() {
        return step.budget() + " ms" + (step.server() ? " server" : "") + (within() ? "" : " **missed**");
    }

    ObjectNode json() {
        return Values.object()
                .put("what", what())
                .put("clients", clients)
                .put("budget", step.budget())
                .put("server", served)
                .put("calls", calls)
                .put("failures", failures)
                .put("p50", p50)
                .put("p95", p95)
                .put("p99", p99)
                .put("rate", rate);
    }
}
