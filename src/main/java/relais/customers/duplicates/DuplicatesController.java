package relais.customers.duplicates;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import relais.customers.CustomerDescription;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.text.Numbers;
import relais.platform.web.Refused;
import relais.records.forms.Redirects;
import relais.ui.Face;
import relais.ui.Toasts;
import relais.ui.Words;

/** The page of duplicates, the search behind it, and its settings. */
@Controller
@RequestMapping("/duplicates")
class DuplicatesController {
    private final DuplicateView view;
    private final DuplicateSearches searches;
    private final Matching matching;

    DuplicatesController(DuplicateView view, DuplicateSearches searches, Matching matching) {
        this.view = view;
        this.searches = searches;
        this.matching = matching;
    }

    @GetMapping
    ModelAndView show(@RequestParam(required = false) @Nullable String after) {
        DuplicateSearches.require();
        return new ModelAndView("customers/duplicates/index", Map.of("page", view.of(after)));
    }

    /** With whom one customer could be merged. */
    @GetMapping("/of/{id:[0-9a-f-]{36}}")
    ModelAndView of(@PathVariable UUID id) {
        Actor.current().require(CustomerDescription.NAME, Action.UPDATE);
        Actor.current().require(CustomerDescription.NAME, Action.DELETE);
        return new ModelAndView("customers/duplicates/others", Map.of("page", view.others(id)));
    }

    @PostMapping("/search")
    ModelAndView search() {
        searches.start();
        return Redirects.to("/duplicates");
    }

    @PostMapping("/search/stop")
    ModelAndView stop() {
        searches.stop();
        return Redirects.to("/duplicates");
    }

    @PostMapping("/settings")
    ModelAndView settings(
            @RequestParam(defaultValue = "") String threshold,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        Actor.current().require(CustomerDescription.NAME, Action.CONFIGURE);
        var number = Numbers.parse(threshold, Face.language())
                .orElseThrow(() -> new Refused("matching.rejected", Words.t("problem.matching.threshold")));
        var known = matching.candidates().stream().map(f -> f.name()).toList();
        var fields = form.getOrDefault("field", List.of()).stream()
                .filter(known::contains)
                .toList();
        var done = matching.change(number.doubleValue(), fields);
        if (done.operation() != null) {
            Toasts.undoable(response, Words.t("duplicates.settings.saved"), done.operation());
        }
        return Redirects.to("/duplicates");
    }
}
