package relais.records.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.records.imports.Import.State;
import relais.records.imports.TrialRows.Decision;
import relais.ui.Face;
import relais.ui.Leave;

/** The dry run of an import, and what people decide about it. */
@Controller
class TrialController {
    private static final String VIEW = "records/imports/trial";

    private final Imports imports;
    private final TrialView view;

    TrialController(Imports imports, TrialView view) {
        this.imports = imports;
        this.view = view;
    }

    @GetMapping("/imports/{id}/trial")
    String trial(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "0") long duplicates,
            Model model) {
        var file = imports.find(id);
        if (file.state() == State.UPLOADED) {
            return "redirect:/imports/" + id + "/columns";
        }
        if (file.state() != State.TRIED && file.state() != State.TRYING) {
            return "redirect:/imports/" + id;
        }
        model.addAttribute("page", view.page(file, after, duplicates));
        return VIEW;
    }

    @PostMapping("/imports/{id}/trial")
    @Nullable
    String attempt(@PathVariable UUID id, HttpServletResponse response) {
        imports.attempt(id);
        return back(id, response);
    }

    @PostMapping("/imports/{id}/decisions/{number}")
    @Nullable
    String decide(
            @PathVariable UUID id,
            @PathVariable long number,
            @RequestParam Decision decision,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "0") long duplicates,
            Model model,
            HttpServletResponse response) {
        imports.decide(id, number, decision);
        return shown(id, after, duplicates, model, response);
    }

    @PostMapping("/imports/{id}/advice")
    @Nullable
    String advice(@PathVariable UUID id, Model model, HttpServletResponse response) {
        imports.followAdvice(id);
        return shown(id, 0, 0, model, response);
    }

    @PostMapping("/imports/{id}/values/{number}/{field}")
    @Nullable
    String write(
            @PathVariable UUID id,
            @PathVariable long number,
            @PathVariable String field,
            @RequestParam(defaultValue = "false") boolean write,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "0") long duplicates,
            Model model,
            HttpServletResponse response) {
        imports.write(id, number, field, write);
        return shown(id, after, duplicates, model, response);
    }

    private @Nullable String shown(UUID id, long after, long duplicates, Model model, HttpServletResponse response) {
        if (!Face.current().htmx()) {
            return back(id, response);
        }
        model.addAttribute("page", view.page(imports.find(id), after, duplicates));
        return VIEW;
    }

    private static @Nullable String back(UUID id, HttpServletResponse response) {
        return Leave.to("/imports/" + id + "/trial", response);
    }
}
