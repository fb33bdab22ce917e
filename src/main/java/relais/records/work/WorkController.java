package relais.records.work;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows long work while it runs and what came of it; stops it and takes it up again. */
@Controller
class WorkController {
    private final Works works;
    private final WorkView view;

    WorkController(Works works, WorkView view) {
        this.works = works;
        this.view = view;
    }

    @GetMapping(Works.PATH + "{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", view.of(works.find(id)));
        return "records/work/index";
    }

    @PostMapping(Works.PATH + "{id}/stop")
    @Nullable
    String stop(@PathVariable UUID id, HttpServletResponse response) {
        works.stop(id);
        return show(id, response);
    }

    @PostMapping(Works.PATH + "{id}/resumption")
    @Nullable
    String resume(@PathVariable UUID id, HttpServletResponse response) {
        works.resume(id);
        return show(id, response);
    }

    private static @Nullable String show(UUID id, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", Works.path(id));
        return null;
    }
}
