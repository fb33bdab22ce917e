package relais.setup.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import relais.records.types.Values;

class ReportsTest {
    private static final Scenario.Step LIST = new Scenario.Step("list", 20, false);

    private static Measured measured(int clients, int failures, long... millis) {
        var nanos = LongStream.of(millis).map(m -> m * 1_000_000).toArray();
        return Measured.of(LIST, clients, new Measured.Times(nanos, nanos), failures, 2);
    }

    @Test
    void percentilesAreTheNearestRankAndTheBudgetHoldsAtEightClients() {
        var figures = measured(8, 0, LongStream.rangeClosed(1, 100).toArray());
        assertThat(figures.p50()).isEqualTo(50);
        assertThat(figures.p95()).isEqualTo(95);
        assertThat(figures.p99()).isEqualTo(99);
        assertThat(figures.rate()).isEqualTo(50);
        assertThat(figures.within()).isFalse();
        assertThat(figures.row()).contains("**missed**");
        assertThat(measured(1, 0, 90).within()).isTrue();
        assertThat(measured(8, 0, 20).within()).isTrue();
    }

    @Test
    void thePagesBudgetIsOneOfTheServersTime() {
        var page = new Scenario.Step("list", 20, true);
        long[] client = {30_000_000};
        assertThat(Measured.of(page, 8, new Measured.Times(client, new long[] {20_000_000}), 0, 1)
                        .within())
                .isTrue();
        assertThat(Measured.of(page, 8, new Measured.Times(client, new long[] {21_000_000}), 0, 1)
                        .within())
                .isFalse();
    }

    @Test
    void whatFailedOrWasNeverAnsweredIsNotWithinItsBudget() {
        assertThat(measured(8, 1, 5).within()).isFalse();
        assertThat(measured(8, 0).within()).isFalse();
        assertThat(new Report(10, List.of(measured(8, 0, 5)), 400, List.of(), null, List.of("GET / answered 500"))
                        .within())
                .isFalse();
    }

    @Test
    void growthComparesTheSameRequestsOfTwoReports() {
        var former = new Report(1_000, List.of(measured(1, 0, 3), measured(8, 0, 10)), 400, List.of(), null, List.of());
        var growth = Growth.since(Values.parse(former.json()), 10_000, List.of(measured(1, 0, 9), measured(8, 0, 16)));
        assertThat(growth.lines()).hasSize(1);
        assertThat(growth.lines().getFirst().factor()).isEqualTo(1.6);
        assertThat(growth.section()).contains("From 1,000 to 10,000").contains("1.60 **more**");
    }

    private static SoakReport soak(double growth) {
        var samples = IntStream.range(0, 30)
                .mapToObj(i -> new Soak.Sample(
                        i / 4.0, 100, 0, 5, 15 + growth * i, new Footprint.Reading(300 + 10 * growth * i, 60, 50, 500)))
                .toList();
        return new SoakReport(8, 7, samples, List.of());
    }

    @Test
    void aLongLoadIsSteadyOnlyWhenNothingGrows() {
        assertThat(soak(0).steady()).isTrue();
        assertThat(soak(1).steady()).isFalse();
        assertThat(soak(1).section(10)).contains("**grows**");
        assertThat(new SoakReport(8, 7, soak(0).samples(), List.of("GET / answered 500")).steady())
                .isFalse();
    }

    @Test
    void theChartNamesItsLinesAndIsWellFormed() {
        var svg = SoakChart.of(soak(0));
        var chart = Jsoup.parse(svg, "", Parser.xmlParser());
        assertThat(chart.select("path.l")).hasSize(5);
        assertThat(chart.select("text").eachText()).contains("p95", "Java", "Memory in MB");
        assertThat(svg).contains("prefers-color-scheme:dark").doesNotContain("NaN");
    }

    @Test
    void aFileHoldsFullCustomersATenthOfThemKnown() {
        var known = List.of(
                new Known(new java.util.UUID(0, 1), "Ana Roche", "C-1", "ana.roche1@lyon.example", "+33990000001"),
                new Known(new java.util.UUID(0, 2), "Paul Diaz", "C-2", "paul.diaz2@nantes.example", "+33990000002"));
        var lines = new String(BulkFile.of(20, known, 50), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines)
                .hasSize(21)
                .allSatisfy(l -> assertThat(l.split(";")).hasSize(8).doesNotContain(""));
        assertThat(lines.stream().filter(l -> l.contains("@lyon.") || l.contains("@nantes.")))
                .hasSize(2);
        assertThat(lines.stream().map(l -> l.split(";")[2]).distinct()).hasSize(21);
    }
}
