package relais.setup.bench;

import java.util.List;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the work on very many records took.
 *
 * @param memory of Relais during all of it, in megabytes
 * @param failure what stopped it, else empty
 */
record BulkReport(int rows, List<Line> lines, List<Double> memory, String failure) {
    /**
     * One part of it.
     *
     * @param wanted records per second, 0 when there is no budget
     */
    record Line(String what, int records, double seconds, int wanted) {
        double rate() {
            return records / seconds;
        }

        boolean within() {
            return wanted == 0 || records > 0 && rate() >= wanted;
        }

        String row() {
            return "| %s | %,d | %.1f | %,.0f | %s |"
                    .formatted(
                            what,
                            records,
                            seconds,
                            rate(),
                            wanted == 0 ? "" : "%,d".formatted(wanted) + (within() ? "" : " **missed**"));
        }
    }

    boolean within() {
        return failure.isEmpty() && lines.stream().allMatch(Line::within);
    }

    String section() {
        var text = new StringBuilder("""

                ### %,d at once
                A file of full customers (name, two phones, e-mail, address), a tenth of them known already.

                | what | records | seconds | per second | budget |
                |---|---|---|---|---|
                """.formatted(rows));
        lines.forEach(l -> text.append(l.row()).append('\n'));
        if (!failure.isEmpty()) {
            text.append("\n**It ended early:** ").append(failure).append(".\n");
        }
        if (!memory.isEmpty()) {
            text.append("\nMemory of Relais meanwhile: %.0f MB at the beginning, %.0f MB at most, %.0f MB at the end.\n"
                    .formatted(
                            memory.getFirst(),
                            memory.stream().mapToDouble(m -> m).max().orElse(0),
                            memory.getLast()));
        }
        return text.toString();
    }

    ObjectNode json() {
        var root = Values.object().put("rows", rows).put("failure", failure);
        var all = root.putArray("lines");
        lines.forEach(l -> all.addObject()
                .put("what", l.what())
                .put("records", l.records())
                .put("seconds", l.seconds())
                .put("rate", l.rate())
                .put("wanted", l.wanted()));
        var sampled = root.putArray("memory");
        memory.forEach(sampled::add);
        return root;
    }
}
