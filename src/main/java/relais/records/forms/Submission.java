package relais.records.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.Problem;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a form sent.
 *
 * @param values the fields that could be read
 * @param typed for each sent field what was typed
 * @param problems for each field that could not be read or stored the reason
 */
public record Submission(ObjectNode values, Map<String, String> typed, Map<String, Problem> problems) {
    Submission() {
        this(Values.object(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** Whether everything could be read. */
    public boolean good() {
        return problems.isEmpty();
    }

    /** What would name the record. */
    public String title(ObjectType type) {
        var title = Values.title(type, values);
        if (!title.isEmpty()) {
            return title;
        }
        return (values.path("givenName").asString("") + " "
                        + values.path("familyName").asString(""))
                .strip();
    }

    /** The same with reasons why it could not be stored. */
    public Submission refused(List<Problem> more) {
        refuse(more);
        return this;
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
}
