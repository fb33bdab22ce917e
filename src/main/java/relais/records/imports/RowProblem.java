package relais.records.imports;

import java.util.ArrayList;
import java.util.List;
import relais.records.types.Problem;
import relais.records.types.Values;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Why a row can't be taken, at its column.
 *
 * @param column its name in the file, empty for the whole row
 * @param code message key {@code problem.<code>}
 */
record RowProblem(String column, String code, List<String> args) {
    private static final int LONGEST = 120;

    RowProblem {
        args = args.stream()
                .map(a -> a.length() > LONGEST ? a.substring(0, LONGEST) + "…" : a)
                .toList();
    }

    static RowProblem of(String column, String code, Object... args) {
        return new RowProblem(
                column, code, List.of(args).stream().map(String::valueOf).toList());
    }

    /** The engine's problem, at the column that goes to its field. */
    static RowProblem of(Problem problem, Mapping mapping) {
        var column = mapping.columns().stream()
                .filter(c -> c.to().field().equals(problem.field()))
                .map(Mapping.ColumnMapping::header)
                .findFirst()
                .orElse("");
        return of(column, problem.code(), problem.args().toArray());
    }

    /** The reason in words. */
    String sentence() {
        return Words.t("problem." + code, args.toArray());
    }

    static String json(List<RowProblem> problems) {
        var array = JsonNodeFactory.instance.arrayNode();
        problems.forEach(p -> {
            var node = array.addObject();
            node.put("column", p.column());
            node.put("code", p.code());
            p.args().forEach(node.withArray("args")::add);
        });
        return Values.json(array);
    }

    static List<RowProblem> parse(JsonNode array) {
        var problems = new ArrayList<RowProblem>();
        array.forEach(p -> {
            var args = new ArrayList<String>();
            p.path("args").forEach(a -> args.add(a.asString("")));
            problems.add(
                    new RowProblem(p.path("column").asString(""), p.path("code").asString(""), args));
        });
        return problems;
    }
}
