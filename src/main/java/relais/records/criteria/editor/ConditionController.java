package relais.records.criteria.editor;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import relais.platform.web.NotFound;
import relais.records.criteria.Criteria;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.Criterion;
import relais.records.lists.ListAddress;
import relais.records.lists.ListState;
import relais.records.lists.ListStates;
import relais.records.lists.ListWords;
import relais.records.types.Field;
import relais.records.types.Labels;
import relais.ui.Face;

/** Adds or changes one filter of a list: field, operator, values. */
@Controller
class ConditionController {
    private final ListStates states;
    private final ConditionForms forms;
    private final ConditionInput input;
    private final Criteria criteria;

    ConditionController(ListStates states, ConditionForms forms, ConditionInput input, Criteria criteria) {
        this.states = states;
        this.forms = forms;
        this.input = input;
        this.criteria = criteria;
    }

    /** The choice of a field, or the form of a condition that was begun. */
    @GetMapping("/{plural:[a-z][a-z-]*}/conditions")
    String condition(@PathVariable String plural, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        var state = states.of(ListAddress.of(plural, parameters));
        int place = place(parameters);
        var existing = existing(state, place);
        var name = Objects.requireNonNullElse(
                parameters.getFirst("field"),
                existing.map(Criterion.Test::field).orElse(""));
        if (name.isEmpty()) {
            model.addAttribute("choose", forms.choose(state.type(), f -> href(state, f)));
            return shown("choose", model);
        }
        var field = state.type().field(name).orElseThrow(NotFound::new);
        var code = parameters.getFirst("op");
        var test = existing.filter(t -> code == null)
                .orElseGet(() -> input.read(
                        field, ConditionForms.operator(field, code == null ? "" : code), values(parameters)));
        model.addAttribute("form", forms.form(state.type(), field, test, places(state, place), null));
        return shown("condition", model);
    }

    /** Puts the condition into the list's filter. */
    @GetMapping("/{plural:[a-z][a-z-]*}/filters")
    @Nullable
    String filter(
            @PathVariable String plural,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response,
            Model model) {
        var state = states.of(ListAddress.of(plural, parameters));
        var name = Objects.requireNonNullElse(parameters.getFirst("field"), "");
        var field = state.type().field(name).orElseThrow(NotFound::new);
        var operator = ConditionForms.operator(field, Objects.requireNonNullElse(parameters.getFirst("op"), ""));
        var test = input.read(field, operator, values(parameters));
        int place = place(parameters);
        var problem = criteria.problem(state.type(), test);
        if (problem.isPresent()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            var error = Labels.problem(problem.get());
            model.addAttribute("form", forms.form(state.type(), field, test, places(state, place), error));
            return shown("condition", model);
        }
        return to(filtered(state, test, place).href(), response);
    }

    private static String shown(String template, Model model) {
        if (Face.current().htmx()) {
            return "records/criteria/editor/" + template;
        }
        model.addAttribute("template", template);
        model.asMap().putIfAbsent("choose", null);
        model.asMap().putIfAbsent("form", null);
        return "records/criteria/editor/alone";
    }

    private static @Nullable String to(String href, HttpServletResponse response) {
        if (Face.current().htmx()) {
            response.setHeader("HX-Redirect", href);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", href);
        }
        return null;
    }

    private static ListAddress filtered(ListState state, Criterion.Test test, int place) {
        var parts = new ArrayList<>(parts(state.criterion()));
        if (place >= 0 && place < parts.size()) {
            parts.set(place, test);
        } else {
            parts.add(test);
        }
        return state.address().filtered(CriteriaJson.text(new Criterion.All(parts)));
    }

    static List<Criterion> parts(Criterion criterion) {
        return criterion instanceof Criterion.All all ? all.of() : List.of(criterion);
    }

    private static Optional<Criterion.Test> existing(ListState state, int place) {
        var parts = parts(state.criterion());
        return place >= 0 && place < parts.size() && parts.get(place) instanceof Criterion.Test test
                ? Optional.of(test)
                : Optional.empty();
    }

    private static String href(ListState state, Field field) {
        return ListWords.more(state.address().href("/conditions"), "field", field.name());
    }

    private static ConditionForms.Places places(ListState state, int place) {
        var plural = state.type().plural();
        var along = new ArrayList<>(state.address().without("at"));
        if (place >= 0) {
            along.add(Map.entry("place", String.valueOf(place)));
        }
        return new ConditionForms.Places(
                "/" + plural + "/filters",
                "/" + plural + "/conditions",
                along,
                state.address().href("/conditions"),
                false);
    }

    private static List<String> values(MultiValueMap<String, String> parameters) {
        return parameters.getOrDefault("value", List.of());
    }

    private static int place(MultiValueMap<String, String> parameters) {
        var place = parameters.getFirst("place");
        return place != null && place.matches("\\d{1,3}") ? Integer.parseInt(place) : -1;
    }
}
