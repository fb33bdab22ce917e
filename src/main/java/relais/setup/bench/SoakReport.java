package relais.setup.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import relais.records.types.Values;

/** What a long mixed load showed. */
record SoakReport(int clients, long minutes, List<Soak.Sample> samples, List<String> failures) {
    /** So much more in the last third than in the first is growth; what is smaller is noise. */
    private static final double GROWTH = 1.10;

    private static final double NOISE_MS = 2;
    private static final double NOISE_MB = 20;

    /** A figure in the first and in the last third: its median there. */
    record Line(String what, String unit, double first, double last, double noise) {
        boolean steady() {
            return last <= Math.max(first * GROWTH, first + noise);
        }

        String row() {
            return "| %s | %.1f %s | %.1f %s | %s |"
                    .formatted(what, first, unit, last, unit, steady() ? "no growth" : "**grows**");
        }
    }

    List<Line> lines() {
        return List.of(
                line("p50", "ms", NOISE_MS, Soak.Sample::p50),
                line("p95", "ms", NOISE_MS, Soak.Sample::p95),
                line("memory of Java", "MB", NOISE_MB, s -> s.memory().java()),
                line(
                        "old generation of its heap",
                        "MB",
                        NOISE_MB,
                        s -> s.memory().heap()),
                line(
                        "memory of PostgreSQL without its cache",
                        "MB",
                        NOISE_MB,
                        s -> s.memory().database()));
    }

    private Line line(String what, String unit, double noise, ToDoubleFunction<Soak.Sample> figure) {
        int third = Math.max(1, samples.size() / 3);
        return new Line(
                what,
                unit,
                median(samples.subList(0, Math.min(third, samples.size())), figure),
                median(samples.subList(Math.max(0, samples.size() - third), samples.size()), figure),
                noise);
    }

    private static double median(List<Soak.Sample> some, ToDoubleFunction<Soak.Sample> figure) {
        var sorted = some.stream().mapToDouble(figure).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    int requests() {
        return samples.stream().mapToInt(Soak.Sample::requests).sum();
    }

    int failed() {
        return samples.stream().mapToInt(Soak.Sample::failures).sum();
    }

    boolean steady() {
        return failures.isEmpty() && requests() > 0 && lines().stream().allMatch(Line::steady);
    }

    String section(int customers) {
        var text = new StringBuilder("""
                ## %d minutes of mixed load, %,d customers
                %d clients, after %d minutes of warm-up; of a hundred actions 25 open the list, 35 a card, 20 search, 10 edit a field, 5 create a customer,
                5 read by the API, with %d to %d ms between two. %,d requests, %s failed.

                ![Latency and memory over time](bench-soak.svg)

                | what | first third | last third | |
                |---|---|---|---|
                """.formatted(
                        minutes,
                        customers,
                        clients,
                        Soak.WARM_UP.toMinutes(),
                        Soak.THINK_FROM,
                        Soak.THINK_TO,
                        requests(),
                        failed() == 0 ? "none" : "**" + failed() + "**"));
        lines().forEach(l -> text.append(l.row()).append('\n'));
        failures.forEach(f -> text.append("\n- ").append(f));
        return text.toString();
    }

    String json() {
        var root = Values.object().put("minutes", minutes).put("clients", clients);
        var all = root.putArray("samples");
        samples.forEach(s -> all.addObject()
                .put("minute", s.minute())
                .put("requests", s.requests())
                .put("failures", s.failures())
                .put("p50", s.p50())
                .put("p95", s.p95())
                .put("java", s.memory().java())
                .put("heap", s.memory().heap())
                .put("database", s.memory().database())
                .put("whole", s.memory().whole()));
        var told = root.putArray("failures");
        failures.forEach(told::add);
        return Values.json(root);
    }
}
