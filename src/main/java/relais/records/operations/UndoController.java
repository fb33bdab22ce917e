package relais.records.operations;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.platform.web.LocalPath;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.FormerValues;
import relais.records.Outcome;
import relais.records.Undo;
import relais.records.changes.Operation;
import relais.records.changes.Operations;
import relais.records.types.Labels;
import relais.records.types.Problem;
import relais.records.work.Takeback;
import relais.ui.Face;
import relais.ui.Leave;
import relais.ui.Toasts;
import relais.ui.Words;

/** Takes operations back: what every toast, and the page of operations, post to. */
@Controller
class UndoController {
    /** What these changed are not records that anybody counts. */
    private static final Set<String> SETTINGS = Set.of("field", "view");

    private final Takeback takeback;
    private final Operations operations;
    private final FormerValues former;

    UndoController(Takeback takeback, Operations operations, FormerValues former) {
        this.takeback = takeback;
        this.operations = operations;
        this.former = former;
    }

    @PostMapping(OperationAddress.PATH + "/{id}/undo")
    @Nullable
    String undo(@PathVariable UUID id, @RequestParam(defaultValue = "") String back, HttpServletResponse response) {
        var operation = seen(id);
        return switch (takeback.undo(id, LocalPath.or(back, OperationAddress.PATH + "/" + id))) {
            case Takeback.Answer.Done done -> undone(operation, done.result(), back, response);
            case Takeback.Answer.Running running -> Leave.to(running.path(), response);
        };
    }

    private @Nullable String undone(
            Operation operation, Undo.Result result, String back, HttpServletResponse response) {
        Toasts.undoable(response, sentence(operation, result), result.operation());
        return answer(
                response, result.operation(), LocalPath.or(back, OperationAddress.PATH + "/" + result.operation()));
    }

    @PostMapping(OperationAddress.PATH + "/{id}/kept/{record}")
    @Nullable
    String restore(
            @PathVariable UUID id,
            @PathVariable UUID record,
            @RequestParam(defaultValue = "") String back,
            HttpServletResponse response) {
        seen(id);
        var done = former.restore(id, record);
        var operation = done.operation();
        if (operation == null) {
            throw new Refused("undo.nothing", reason(done.result()));
        }
        var sentence = operations.find(operation).map(Operation::sentence).orElse("");
        Toasts.undoable(response, sentence, operation);
        return answer(response, operation, LocalPath.or(back, OperationAddress.PATH + "/" + id));
    }

    /** What somebody may not see does not exist for them. */
    private Operation seen(UUID id) {
        return operations.find(id).orElseThrow(NotFound::new);
    }

    private static String reason(Outcome outcome) {
        return outcome instanceof Outcome.Rejected rejected
                ? rejected.problems().stream()
                        .findFirst()
                        .map(UndoController::said)
                        .orElse("")
                : "";
    }

    private static String said(Problem problem) {
        return Labels.problem(problem);
    }

    private static String sentence(Operation operation, Undo.Result result) {
        int left = result.kept() + result.blocked();
        var said = operation.undoneSentence();
        if (left > 0) {
            return Words.t("operations.toast.partial", said, result.reversed(), result.reversed() + left);
        }
        boolean figure = result.reversed() > 1 && !SETTINGS.contains(String.valueOf(operation.object()));
        return figure ? Words.t("operations.toast.all", said, result.reversed()) : said;
    }

    /** htmx learns by an event that pages have to fetch themselves anew; without it the page is asked for again. */
    private static @Nullable String answer(HttpServletResponse response, UUID operation, String to) {
        if (!Face.current().htmx()) {
            response.setStatus(303);
            response.setHeader("Location", to);
            return null;
        }
        var toast = response.getHeader("HX-Trigger");
        var event = "\"relais:undone\":{\"operation\":\"" + operation + "\"}}";
        response.setHeader("HX-Trigger", toast == null ? "{" + event : toast.replaceFirst("}$", "," + event));
        response.setStatus(204);
        return null;
    }
}
