package relais.setup.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.records.types.Values;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a load measured, as a table for people and as JSON. */
record Report(
        int customers,
        List<Measured> rows,
        List<Recall.Line> recall,
        @Nullable String failure) {
    boolean within() {
        return failure == null
                && rows.stream().allMatch(Measured::within)
                && recall.stream().allMatch(Recall.Line::enough);
    }

    String table() {
        var text = new StringBuilder("\n## %,d customers%n".formatted(customers)).append("""

                | what | clients | p50 ms | p95 ms | p99 ms | per second | failed | budget p95 |
                |---|---|---|---|---|---|---|---|
                """);
        rows.forEach(r -> text.append(r.row()).append('\n'));
        text.append("""

                | found among the first ten by | found | wanted |
                |---|---|---|
                """);
        recall.forEach(r -> text.append(r.row()).append('\n'));
        if (failure != null) {
            text.append("\nThe first failure: ").append(failure).append('\n');
        }
        return text.toString();
    }

    String json() {
        var root = Values.object();
        root.put("customers", customers);
        var measured = JsonNodeFactory.instance.arrayNode();
        rows.forEach(r -> measured.addObject()
                .put("scenario", r.scenario())
                .put("clients", r.clients())
                .put("budget", r.budget())
                .put("calls", r.calls())
                .put("failures", r.failures())
                .put("p50", r.p50())
                .put("p95", r.p95())
                .put("p99", r.p99())
                .put("rate", r.rate()));
        root.set("scenarios", measured);
        var found = JsonNodeFactory.instance.arrayNode();
        recall.forEach(r -> found.addObject()
                .put("by", r.by())
                .put("found", r.found())
                .put("all", r.all())
                .put("wanted", r.wanted()));
        root.set("recall", found);
        return Values.json(root);
    }
}
