package relais.records.fields;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import relais.records.rollups.Recomputation;
import relais.records.work.Works;
import relais.ui.Toasts;
import relais.ui.Words;

/** Checks the computed fields of an object when an administrator asks for it. */
@Controller
class RecountController {
    private final DerivedView view;
    private final Recomputation recomputation;

    RecountController(DerivedView view, Recomputation recomputation) {
        this.view = view;
        this.recomputation = recomputation;
    }

    @PostMapping(ObjectsTab.PATH + "/{object}/recounts")
    void recount(@PathVariable String object, HttpServletResponse response) {
        var type = view.type(object);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        switch (recomputation.start(type)) {
            case Recomputation.Answer.Done done -> {
                Toasts.plain(response, Words.t("fields.recounted", done.differed()));
                response.setHeader("Location", ObjectsTab.PATH + "/" + type.name());
            }
            case Recomputation.Answer.Running running -> response.setHeader("Location", Works.path(running.work()));
        }
    }
}
