package relais.records.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import relais.ui.Leave;
import relais.ui.Toasts;
import relais.ui.Words;

/** Starts, pauses, cancels imports and takes them back. */
@Controller
class RunController {
    private final Imports imports;

    RunController(Imports imports) {
        this.imports = imports;
    }

    @PostMapping("/imports/{id}/run")
    @Nullable
    String start(@PathVariable UUID id, HttpServletResponse response) {
        imports.start(id);
        return show(id, response);
    }

    @PostMapping("/imports/{id}/pause")
    @Nullable
    String pause(@PathVariable UUID id, HttpServletResponse response) {
        imports.pause(id);
        return show(id, response);
    }

    @PostMapping("/imports/{id}/resumption")
    @Nullable
    String resume(@PathVariable UUID id, HttpServletResponse response) {
        imports.resume(id);
        return show(id, response);
    }

    @PostMapping("/imports/{id}/cancellation")
    @Nullable
    String cancel(@PathVariable UUID id, HttpServletResponse response) {
        imports.cancel(id);
        return show(id, response);
    }

    @PostMapping("/imports/{id}/undo")
    @Nullable
    String undo(@PathVariable UUID id, HttpServletResponse response) {
        var result = imports.undo(id);
        if (result.follow() != null) {
            return Leave.to(result.follow(), response);
        }
        var after = Words.t("imports.undone.after", result.reversed(), result.kept(), result.blocked());
        var sentence = Words.t("imports.undone.toast", imports.find(id).fileName(), after);
        var fields = result.fields();
        if (fields.stay() > 0) {
            sentence = Words.t("imports.undone.fields." + fields.reason(), sentence, fields.stay());
        }
        if (result.operation() == null) {
            Toasts.plain(response, sentence);
        } else {
            Toasts.undoable(response, sentence, result.operation());
        }
        return show(id, response);
    }

    private static @Nullable String show(UUID id, HttpServletResponse response) {
        return Leave.to("/imports/" + id, response);
    }
}
