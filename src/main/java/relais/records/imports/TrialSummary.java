package relais.records.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** What a dry run counts. */
final class TrialSummary {
    private final Map<String, Integer> byField = new LinkedHashMap<>();
    private final Map<String, Integer> byRule = new LinkedHashMap<>();
    private final Map<String, Reason> byReason = new LinkedHashMap<>();
    private int values;
    int created;
    int changed;
    int unchanged;
    int duplicates;
    int rejected;
    int shownChanges;

    private static final class Reason {
        private final long line;
        private final List<String> args;
        private final String column;
        private int count;

        Reason(long line, RowProblem problem) {
            this.line = line;
            this.args = problem.args();
            this.column = problem.column();
        }
    }

    void rule(String rule) {
        byRule.merge(rule, 1, Integer::sum);
    }

    void difference(Difference difference) {
        if (difference.written()) {
            values++;
            byField.merge(difference.field(), 1, Integer::sum);
        }
    }

    void reject(long line, List<RowProblem> problems) {
        rejected++;
        var first = problems.getFirst();
        byReason.computeIfAbsent(first.code(), c -> new Reason(line, first)).count++;
    }

    ObjectNode json(long millis) {
        var json = Values.object();
        json.put("created", created);
        json.put("changed", changed);
        json.put("unchanged", unchanged);
        json.put("duplicates", duplicates);
        json.put("rejected", rejected);
        json.put("values", values);
        json.put("shown", shownChanges);
        json.put("millis", millis);
        byField.forEach(json.withObject("byField")::put);
        byRule.forEach(json.withObject("byRule")::put);
        byReason.forEach((code, reason) -> {
            var node = json.withObject("byReason").putObject(code);
            node.put("count", reason.count);
            node.put("line", reason.line);
            node.put("column", reason.column);
            reason.args.forEach(node.withArray("args")::add);
        });
        return json;
    }
}
