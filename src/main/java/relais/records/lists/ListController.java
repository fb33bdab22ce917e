package relais.records.lists;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import relais.platform.web.Refused;
import relais.records.types.Labels;
import relais.ui.Words;

/** Shows the list of any object that has one. */
@Controller
class ListController {
    private final ListStates states;
    private final ListViewer viewer;
    private final ListQueries queries;

    ListController(ListStates states, ListViewer viewer, ListQueries queries) {
        this.states = states;
        this.viewer = viewer;
        this.queries = queries;
    }

    @GetMapping("/{plural:[a-z][a-z-]*}")
    String show(@PathVariable String plural, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        model.addAttribute("page", viewer.show(states.of(ListAddress.of(plural, parameters))));
        return "records/lists/index";
    }

    /** How many records the list holds, asked for after the page stands. */
    @ResponseBody
    @GetMapping(path = "/{plural:[a-z][a-z-]*}/count", produces = "text/plain;charset=UTF-8")
    String count(@PathVariable String plural, @RequestParam MultiValueMap<String, String> parameters) {
        var state = states.of(ListAddress.of(plural, parameters));
        try {
            return ListWords.count(queries.count(state.type(), state.criterion()));
        } catch (Refused slow) {
            return Words.t("list.count.slow", Labels.objects(state.type()));
        }
    }
}
