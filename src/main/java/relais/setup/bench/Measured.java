package relais.setup.bench;

import java.util.Arrays;

/** What one scenario took: percentiles in milliseconds, answers per second, and how many calls failed. */
record Measured(
        String scenario,
        int clients,
        int budget,
        int calls,
        int failures,
        double p50,
        double p95,
        double p99,
        double rate) {
    /** Sums up the durations, in nanoseconds, of calls within so many seconds. */
    static Measured of(Scenario scenario, int clients, long[] nanos, int failures, double seconds) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Measured(
                scenario.name(),
                clients,
                scenario.budget(),
                sorted.length,
                failures,
                at(sorted, 0.50),
                at(sorted, 0.95),
                at(sorted, 0.99),
                sorted.length / seconds);
    }

    /** The smallest duration that at least this share of the calls did not exceed (nearest rank). */
    private static double at(long[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }

    boolean within() {
        return failures == 0 && (clients < 8 || p95 <= budget);
    }

    String row() {
        return "| %s | %d | %.1f | %.1f | %.1f | %.0f | %d | %s |"
                .formatted(
                        scenario,
                        clients,
                        p50,
                        p95,
                        p99,
                        rate,
                        failures,
                        clients < 8 ? "" : budget + (within() ? "" : " **over**"));
    }
}
