package relais.integration.webhooks;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import relais.records.types.Labels;
import relais.ui.Toasts;
import relais.ui.Words;

/** Subscriptions in the settings. */
@Controller
@RequestMapping(WebhooksTab.PATH)
class WebhookController {
    private static final String ONE = "/{id:[0-9a-f-]{36}}";

    private final Webhooks webhooks;
    private final WebhookView view;

    WebhookController(Webhooks webhooks, WebhookView view) {
        this.webhooks = webhooks;
        this.view = view;
    }

    @GetMapping
    ModelAndView index() {
        return page("index", view.index());
    }

    @GetMapping("/new")
    ModelAndView fresh() {
        Webhooks.require();
        return page("edit", view.edit(null, WebhookForm.fresh(), Map.of()));
    }

    @PostMapping
    ModelAndView create(WebhookForm form, HttpServletResponse response) {
        Webhooks.require();
        var draft = form.draft(view.conditions(null, form.chosenCriteria()));
        var problems = problems(draft);
        if (!problems.isEmpty()) {
            return refused(null, form, problems, response);
        }
        var made = webhooks.create(draft);
        return page("show", view.show(made.id(), "", null, made.secret()));
    }

    @GetMapping(ONE)
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable UUID before) {
        return page("show", view.show(id, state, before, null));
    }

    @GetMapping(ONE + "/edit")
    ModelAndView edit(@PathVariable UUID id) {
        return page("edit", view.edit(id, WebhookForm.of(webhooks.one(id)), Map.of()));
    }

    @PostMapping(ONE)
    @Nullable
    ModelAndView change(@PathVariable UUID id, WebhookForm form, HttpServletResponse response) {
        webhooks.one(id);
        var draft = form.draft(view.conditions(id, form.chosenCriteria()));
        var problems = problems(draft);
        if (!problems.isEmpty()) {
            return refused(id, form, problems, response);
        }
        var done = webhooks.change(id, null, draft);
        Optional.ofNullable(done.operation())
                .ifPresent(o -> Toasts.undoable(response, Words.t("webhooks.changed", draft.name()), o));
        return back(response, WebhooksTab.PATH + "/" + id);
    }

    private Map<String, String> problems(WebhookDraft draft) {
        var problems = new HashMap<String, String>();
        webhooks.problems(draft).forEach(p -> problems.putIfAbsent(p.field(), Labels.problem(p)));
        return problems;
    }

    private ModelAndView refused(
            @Nullable UUID id, WebhookForm form, Map<String, String> problems, HttpServletResponse response) {
        response.setStatus(422);
        return page("edit", view.edit(id, form, problems));
    }

    @PostMapping(ONE + "/deletion")
    @Nullable
    ModelAndView delete(@PathVariable UUID id, HttpServletResponse response) {
        var name = webhooks.one(id).name();
        Optional.ofNullable(webhooks.delete(id).operation())
                .ifPresent(o -> Toasts.undoable(response, Words.t("webhooks.deleted", name), o));
        return back(response, WebhooksTab.PATH);
    }

    @PostMapping(ONE + "/secret")
    ModelAndView secret(@PathVariable UUID id) {
        var secret = webhooks.replaceSecret(id);
        return page("show", view.show(id, "", null, secret));
    }

    static @Nullable ModelAndView back(HttpServletResponse response, String path) {
        response.setStatus(303);
        response.setHeader("Location", path);
        return null;
    }

    static ModelAndView page(String name, Object page) {
        return new ModelAndView("integration/webhooks/" + name, Map.of("page", page));
    }
}
