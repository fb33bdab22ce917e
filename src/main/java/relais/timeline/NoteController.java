package relais.timeline;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Notes: written, edited, pinned, deleted. */
@Controller
@RequestMapping("/customers/{customer:[0-9a-f-]{36}}/notes")
class NoteController {
    private final Notes notes;
    private final Threads threads;

    NoteController(Notes notes, Threads threads) {
        this.notes = notes;
        this.threads = threads;
    }

    /** What the composer sends. */
    record Form(
            @Nullable String kind,
            @Nullable String body,
            @Nullable String occurredAt,
            @Nullable Boolean personal,
            @Nullable Integer version) {}

    @PostMapping
    ModelAndView write(@PathVariable UUID customer, Form form, HttpServletResponse response) {
        var draft = notes.write(customer, form, response);
        return draft == null ? thread(customer, response) : refused(draft, response);
    }

    @GetMapping("/{note}/editing")
    ModelAndView edit(@PathVariable UUID customer, @PathVariable UUID note) {
        return view("editing", notes.draft(customer, note));
    }

    @GetMapping("/{note}")
    ModelAndView show(@PathVariable UUID customer, @PathVariable UUID note) {
        return item(customer, note);
    }

    @PutMapping("/{note}")
    ModelAndView save(@PathVariable UUID customer, @PathVariable UUID note, Form form, HttpServletResponse response) {
        var draft = notes.save(customer, note, form, response);
        if (draft == null) {
            return thread(customer, response);
        }
        var answer = view("editing", draft);
        answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return answer;
    }

    @DeleteMapping("/{note}")
    ModelAndView delete(@PathVariable UUID customer, @PathVariable UUID note, HttpServletResponse response) {
        notes.delete(customer, note, response);
        return thread(customer, response);
    }

    @PutMapping("/{note}/pin")
    ModelAndView pin(@PathVariable UUID customer, @PathVariable UUID note, HttpServletResponse response) {
        notes.pin(customer, note, true, response);
        return item(customer, note);
    }

    @DeleteMapping("/{note}/pin")
    ModelAndView unpin(@PathVariable UUID customer, @PathVariable UUID note, HttpServletResponse response) {
        notes.pin(customer, note, false, response);
        return item(customer, note);
    }

    private ModelAndView thread(UUID customer, HttpServletResponse response) {
        response.setHeader("HX-Retarget", "#thread");
        return view("thread", threads.stretch(new Threads.Wanted(customer, "", "", "", null, "")));
    }

    private ModelAndView item(UUID customer, UUID note) {
        return new ModelAndView(
                "timeline/item", Map.of("item", threads.one(customer, note), "customer", customer, "past", false));
    }

    private static ModelAndView refused(ThreadPages.Draft draft, HttpServletResponse response) {
        response.setHeader("HX-Retarget", "#composer");
        var answer = view("composer", draft);
        answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return answer;
    }

    private static ModelAndView view(String name, Object page) {
        return new ModelAndView("timeline/" + name, Map.of("page", page));
    }
}
