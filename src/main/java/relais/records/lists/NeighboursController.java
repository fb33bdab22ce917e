package relais.records.lists;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import relais.platform.web.Refused;
import relais.ui.Words;

/** Tells a card that was reached from a list which records lie beside it there. */
@Controller
class NeighboursController {
    private final ListStates states;
    private final ListQueries queries;
    private final Counts counts;

    NeighboursController(ListStates states, ListQueries queries, Counts counts) {
        this.states = states;
        this.queries = queries;
        this.counts = counts;
    }

    @GetMapping("/{plural:[a-z][a-z-]*}/{id:[0-9a-f-]{36}}/neighbours")
    String show(
            @PathVariable String plural,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") String position,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        var state = states.of(ListAddress.of(plural, parameters));
        var beside = queries.neighbours(
                new ListSpec(state.type(), state.criterion(), Sort.of(state.type(), state.sort()), null, 1), id);
        model.addAttribute(
                "beside",
                new ListPages.Beside(
                        state.address().href(),
                        state.view().name(),
                        position(state, position),
                        card(plural, beside.previous()),
                        card(plural, beside.next())));
        return "records/lists/neighbours";
    }

    private static String card(String plural, @Nullable UUID id) {
        return id == null ? "" : "/" + plural + "/" + id;
    }

    /** Where the card stood when the list was left, of so many; a list too slow to count says nothing. */
    private String position(ListState state, String position) {
        if (!position.matches("[1-9]\\d{0,8}")) {
            return "";
        }
        try {
            var all = ListWords.count(counts.of(state.type(), state.criterion()));
            return Words.t("list.place", Integer.parseInt(position), all);
        } catch (Refused slow) {
            return "";
        }
    }
}
