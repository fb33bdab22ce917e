package relais.records.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.records.Field;
import relais.records.Labels;
import relais.records.Problem;
import relais.records.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a form sent.
 *
 * @param values the fields that could be read
 * @param typed for each sent field what was typed
 * @param problems for each field that could not be read or stored the reason
 */
record Submission(ObjectNode values, Map<String, String> typed, Map<String, Problem> problems) {
    Submission() {
        this(Values.object(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    boolean good() {
        return problems.isEmpty();
    }

    void refuse(List<Problem> more) {
        more.forEach(p -> problems.putIfAbsent(p.field(), p));
    }

    /** The control with what was typed into it. */
    FieldView again(FieldView view) {
        var name = view.name();
        var problem = problems.get(name);
        if (!typed.containsKey(name)) {
            return problem == null ? view : view.refused(view.value(), view.input(), Labels.problem(problem));
        }
        var stored = values.get(name);
        var text = typed.get(name);
        return view.refused(
                stored == null ? view.value() : stored,
                text == null ? "" : text,
                problem == null ? null : Labels.problem(problem));
    }

    @Nullable
    JsonNode value(Field field) {
        return values.get(field.name());
    }
}
