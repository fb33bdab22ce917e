package relais.records.lists;

import java.util.UUID;
import java.util.function.Function;
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
    private final ListRows rows;
    private final Counts counts;

    ListController(ListStates states, ListViewer viewer, ListRows rows, Counts counts) {
        this.states = states;
        this.viewer = viewer;
        this.rows = rows;
        this.counts = counts;
    }

    @GetMapping("/{plural:[a-z][a-z-]*}")
    String show(@PathVariable String plural, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        model.addAttribute("page", viewer.show(states.of(ListAddress.of(plural, parameters))));
        return "records/lists/index";
    }

    /** The choice of columns, asked for when it is opened. */
    @GetMapping("/{plural:[a-z][a-z-]*}/columns")
    String columns(@PathVariable String plural, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        model.addAttribute("columns", ListViewer.columns(states.of(ListAddress.of(plural, parameters))));
        return "records/lists/chooser";
    }

    /** How many records the list holds, asked for after the page stands. */
    @ResponseBody
    @GetMapping(path = "/{plural:[a-z][a-z-]*}/count", produces = "text/plain;charset=UTF-8")
    String count(@PathVariable String plural, @RequestParam MultiValueMap<String, String> parameters) {
        return counted(plural, parameters, ListWords::count);
    }

    /** The same as the end of the sentence in the foot. */
    @ResponseBody
    @GetMapping(path = "/{plural:[a-z][a-z-]*}/total", produces = "text/plain;charset=UTF-8")
    String total(@PathVariable String plural, @RequestParam MultiValueMap<String, String> parameters) {
        return counted(plural, parameters, c -> Words.t("list.position.of", ListWords.count(c)));
    }

    private String counted(String plural, MultiValueMap<String, String> parameters, Function<Count, String> said) {
        var state = states.of(ListAddress.of(plural, parameters));
        try {
            return said.apply(counts.of(state.type(), state.criterion()));
        } catch (Refused slow) {
            return Words.t("list.count.slow", Labels.objects(state.type()));
        }
    }

    /** One row as it stands now, after it was edited in its place. */
    @GetMapping("/{plural:[a-z][a-z-]*}/rows/{id:[0-9a-f-]{36}}")
    String row(
            @PathVariable String plural,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        model.addAttribute("single", rows.one(states.of(ListAddress.of(plural, parameters)), id));
        return "records/lists/single";
    }
}
