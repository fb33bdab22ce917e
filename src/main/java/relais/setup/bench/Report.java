package relais.setup.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.records.types.Values;

/**
 * What a load measured, as text for people and as JSON.
 *
 * @param memory of the whole after the load, in megabytes
 */
record Report(
        int customers,
        List<Measured> rows,
        double memory,
        List<Recall.Line> recall,
        @Nullable BulkReport bulk,
        List<String> failures) {
    boolean within() {
        return failures.isEmpty()
                && rows.stream().allMatch(Measured::within)
                && recall.stream().allMatch(Recall.Line::enough)
                && (bulk == null || bulk.within());
    }

    String text() {
        var text = new StringBuilder("\n## %,d customers\n".formatted(customers));
        if (!rows.isEmpty()) {
            load(text);
        }
        if (bulk != null) {
            text.append(bulk.section());
        }
        if (!failures.isEmpty()) {
            text.append("\nThe first failures:\n\n");
            failures.forEach(f -> text.append("- ").append(f).append('\n'));
        }
        return text.toString();
    }

    private void load(StringBuilder text) {
        text.append("""

                | what | clients | p50 ms | p95 ms | p99 ms | server p95 ms | per second | failed | budget p95 |
                |---|---|---|---|---|---|---|---|---|
                """);
        rows.forEach(r -> text.append(r.row()).append('\n'));
        text.append("\nMemory of the whole after the load (PSS of Java and PostgreSQL): %.0f MB.\n".formatted(memory));
        text.append("""

                Customers whose name at most ten others share, or begin alike where its beginnings are typed:

                | found among the first ten by | found | wanted |
                |---|---|---|
                """);
        recall.forEach(r -> text.append(r.row()).append('\n'));
    }

    String json() {
        var root = Values.object().put("customers", customers).put("memory", memory);
        var measured = root.putArray("scenarios");
        rows.forEach(r -> measured.add(r.json()));
        var found = root.putArray("recall");
        recall.forEach(r -> found.addObject()
                .put("by", r.by())
                .put("found", r.found())
                .put("all", r.all())
                .put("wanted", r.wanted()));
        if (bulk != null) {
            root.set("bulk", bulk.json());
        }
        var told = root.putArray("failures");
        failures.forEach(told::add);
        return Values.json(root);
    }
}
