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
import relais.ui.Toasts;
import relais.ui.Words;

/** Takes operations back: what every toast, and the page of operations, post to. */
@Controller
class UndoController {
    /** What these changed are not records that anybody counts. */
    private static final Set<String> SETTINGS = Set.of("field", "view");

    private final Takeback takeback;
