package relais.records.criteria.editor;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.records.criteria.CriteriaJson;
import relais.records.lists.ListAddress;
import relais.records.lists.ListState;
import relais.records.lists.ListStates;
import relais.records.lists.ListWords;

/** The criteria editor: every change is a new address of the same page. */
@Controller
class EditorController {
    private static final String EDITOR = "/{plural:[a-z][a-z-]*}/criteria";

    private final ListStates states;
    private final EditorView view;
    private final Estimates estimates;
    private final Edits edits;

    EditorController(ListStates states, EditorView view, Estimates estimates, Edits edits) {
        this.states = states;
        this.view = view;
        this.estimates = estimates;
        this.edits = edits;
    }

    @GetMapping(EDITOR)
    String show(@PathVariable String plural, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        var focus = parameters.getFirst("focus");
        model.addAttribute("page", view.show(state(plural, parameters), focus == null ? null : Tree.place(focus)));
        return "records/criteria/editor/index";
    }

    /** Who the criteria match; asked for after the page stands. */
    @GetMapping(EDITOR + "/estimate")
    String estimate(@PathVariable String plural, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        model.addAttribute("estimate", estimates.of(state(plural, parameters)));
        return "records/criteria/editor/estimate";
    }

    /** Changes the criteria; nothing is stored, so the answer is the page at its new address. */
    @PostMapping(EDITOR)
    void edit(
            @PathVariable String plural,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        var state = state(plural, form);
        var changed = edits.apply(state, form);
        var address = state.address().at(null).filtered(CriteriaJson.text(changed.root()));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location", ListWords.more(address.href("/criteria"), "focus", EditorView.text(changed.place())));
    }

    private ListState state(String plural, MultiValueMap<String, String> parameters) {
        return states.of(ListAddress.of(plural, parameters));
    }

    static String first(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }

    static List<String> all(MultiValueMap<String, String> form, String name) {
        return form.getOrDefault(name, List.of());
    }
}
