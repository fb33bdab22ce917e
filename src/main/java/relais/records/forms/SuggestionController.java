package relais.records.forms;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import relais.platform.web.NotFound;
import relais.records.types.ObjectTypes;

/** What a control offers while somebody types into it. */
@Controller
class SuggestionController {
    private final Suggestions suggestions;
    private final ObjectTypes types;

    SuggestionController(Suggestions suggestions, ObjectTypes types) {
        this.suggestions = suggestions;
        this.types = types;
    }

    @GetMapping("/records/{object}/suggestions")
    ModelAndView records(@PathVariable String object, @RequestParam(defaultValue = "") String q) {
        var type = types.find(object).orElseThrow(NotFound::new);
        var found = suggestions.records(type.name(), q);
        return new ModelAndView("records/forms/suggestions", Map.of("found", found));
    }

    @GetMapping("/records/{object}/fields/{field}/suggestions")
    ModelAndView labels(
            @PathVariable String object, @PathVariable String field, @RequestParam(defaultValue = "") String q) {
        var type = types.find(object).orElseThrow(NotFound::new);
        var tags = type.field(field).orElseThrow(NotFound::new);
        var found = suggestions.labels(type, tags, q).stream()
                .map(l -> new Suggestions.Found("", l, ""))
                .toList();
        return new ModelAndView("records/forms/suggestions", Map.of("found", found));
    }
}
