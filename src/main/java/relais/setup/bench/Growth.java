package relais.setup.bench;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** How much slower the same requests are on more customers. */
record Growth(int before, int after, List<Line> lines) {
    /** So many times slower is too slow. */
    private static final double MOST = 1.5;

    /** A kind of request on few and on many customers, in milliseconds at 8 clients. */
    record Line(String what, double p50Before, double p50, double p95Before, double p95) {
        double factor() {
            return p95 / p95Before;
        }

        String row() {
            return "| %s | %.1f | %.1f | %.1f | %.1f | %.2f%s |"
                    .formatted(what, p50Before, p50, p95Before, p95, factor(), factor() > MOST ? " **more**" : "");
        }
    }

    /** The requests that a former report, as JSON, has too. */
    static Growth since(JsonNode former, int customers, List<Measured> now) {
        var lines = now.stream()
                .filter(m -> m.clients() >= Measured.BUSY)
                .flatMap(m -> former.path("scenarios")
                        .valueStream()
                        .filter(f -> f.path("clients").asInt() == m.clients()
                                && f.path("what").asString("").equals(m.what()))
                        .map(f -> new Line(
                                m.what(),
                                f.path("p50").asDouble(),
                                m.p50(),
                                f.path("p95").asDouble(),
                                m.p95())))
                .toList();
        return new Growth(former.path("customers").asInt(), customers, lines);
    }

    String section() {
        var text = new StringBuilder("""

                ## From %,d to %,d customers
                At 8 clients, warm; no page may take more than %.1f times as long.

                | what | p50 ms before | p50 ms | p95 ms before | p95 ms | times |
                |---|---|---|---|---|---|
                """.formatted(before, after, MOST));
        lines.forEach(l -> text.append(l.row()).append('\n'));
        return text.toString();
    }
}
