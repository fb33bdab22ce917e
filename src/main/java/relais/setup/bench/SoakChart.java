package relais.setup.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Draws a long mixed load: latency above, memory below. */
final class SoakChart {
    private SoakChart() {}

    static String of(SoakReport report) {
        var samples = report.samples();
        return Chart.of(
                samples.stream().map(Soak.Sample::minute).toList(),
                List.of(
                        new Chart.Panel(
                                "Latency in ms, " + report.clients() + " clients",
                                List.of(
                                        line("p50", samples, Soak.Sample::p50),
                                        line("p95", samples, Soak.Sample::p95))),
                        new Chart.Panel(
                                "Memory in MB",
                                List.of(
                                        line("Java", samples, s -> s.memory().java()),
                                        line(
                                                "Java, old generation",
                                                samples,
                                                s -> s.memory().heap()),
                                        line(
                                                "PostgreSQL, own",
                                                samples,
                                                s -> s.memory().database())))));
    }

    private static Chart.Line line(String name, List<Soak.Sample> samples, ToDoubleFunction<Soak.Sample> figure) {
        return new Chart.Line(name, samples.stream().map(figure::applyAsDouble).toList());
    }
}
