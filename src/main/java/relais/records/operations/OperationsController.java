package relais.records.operations;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.NotFound;
import relais.records.changes.Operations;

/** The thread of operations, one of them beside it, and the same as a file. */
@Controller
class OperationsController {
    private static final String VIEW = "records/operations/index";

    private final OperationThread thread;
    private final OperationPanes panes;
    private final Operations operations;
    private final OperationsFile file;

    OperationsController(OperationThread thread, OperationPanes panes, Operations operations, OperationsFile file) {
        this.thread = thread;
        this.panes = panes;
        this.operations = operations;
        this.file = file;
    }

    @GetMapping(OperationAddress.PATH)
    String list(@RequestParam MultiValueMap<String, String> params, Model model) {
        model.addAttribute("page", thread.page(OperationAddress.of(params), null));
        return VIEW;
    }

    @GetMapping(OperationAddress.PATH + "/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> params,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String at,
            Model model) {
        var address = OperationAddress.of(params);
        var operation = operations.find(id).orElseThrow(NotFound::new);
        model.addAttribute("page", thread.page(address, panes.of(operation, address, show, at)));
        return VIEW;
    }

    @GetMapping(OperationAddress.PATH + "/export.csv")
    void export(@RequestParam MultiValueMap<String, String> params, HttpServletResponse response) throws IOException {
        Actor.current().require(Operations.NAME, Action.EXPORT);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"operations.csv\"");
        file.write(OperationAddress.of(params), response.getWriter());
    }
}
