package relais.records.forms;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The whole form of any record. */
@Controller
@RequestMapping("/records/{object}/{id:[0-9a-f-]{36}}")
class RecordController {
    private final RecordEdits edits;

    RecordController(RecordEdits edits) {
        this.edits = edits;
    }

    @GetMapping("/edit")
    ModelAndView form(
            @PathVariable String object, @PathVariable UUID id, @RequestParam(defaultValue = "") String back) {
        return new ModelAndView("records/forms/edit", Map.of("page", edits.open(object, id, back)));
    }

    @RequestMapping(method = {RequestMethod.POST, RequestMethod.PUT})
    ModelAndView save(
            @PathVariable String object,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        return switch (edits.save(object, id, form, response)) {
            case RecordEdits.Answer.Go go -> Redirects.to(go.address());
            case RecordEdits.Answer.Again again -> page("edit", again.page(), HttpStatus.UNPROCESSABLE_CONTENT);
            case RecordEdits.Answer.Choose choose -> page("choose", choose.page(), HttpStatus.CONFLICT);
        };
    }

    private static ModelAndView page(String view, Object page, HttpStatus status) {
        var answer = new ModelAndView("records/forms/" + view, Map.of("page", page));
        answer.setStatus(status);
        return answer;
    }
}
