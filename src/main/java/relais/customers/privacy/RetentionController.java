package relais.customers.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import relais.records.changes.Operated;
import relais.ui.Toasts;
import relais.ui.Words;

/** Rules of retention in the settings. */
@Controller
@RequestMapping(PrivacyTab.PATH + "/retentions")
class RetentionController {
    private static final String ONE = "/{id:[0-9a-f-]{36}}";

    private final Retentions retentions;
    private final RetentionView view;

    RetentionController(Retentions retentions, RetentionView view) {
        this.retentions = retentions;
        this.view = view;
    }

    @ModelAttribute
    void require() {
        Privacy.require();
    }

    @GetMapping("/new")
    ModelAndView fresh() {
        return page(view.page(null, RetentionForm.FRESH, Map.of()));
    }

    @GetMapping(ONE)
    ModelAndView one(@PathVariable UUID id) {
        return page(view.page(id, RetentionForm.of(retentions.one(id)), Map.of()));
    }

    @PostMapping
    @Nullable
    ModelAndView create(RetentionForm form, HttpServletResponse response) {
        return save(null, form, response);
    }

    @PostMapping(ONE)
    @Nullable
    ModelAndView change(@PathVariable UUID id, RetentionForm form, HttpServletResponse response) {
        return save(id, form, response);
    }

    private @Nullable ModelAndView save(@Nullable UUID id, RetentionForm form, HttpServletResponse response) {
        var problems = form.problems();
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(view.page(id, form, problems));
        }
        var done = retentions.save(id, form.values(view.conditions(id, form.chosenCriteria())));
        return said(response, done, Words.t("privacy.rule.saved", form.typedName()));
    }

    @PostMapping(ONE + "/deletion")
    @Nullable
    ModelAndView delete(@PathVariable UUID id, HttpServletResponse response) {
        var name = retentions.one(id).name();
        return said(response, retentions.delete(id), Words.t("privacy.rule.deleted", name));
    }

    /** Erases everybody whose time is over; the word is typed, because nothing takes it back. */
    @PostMapping(ONE + "/erasure")
    @Nullable
    ModelAndView erase(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String confirmation, HttpServletResponse response) {
        var rule = retentions.one(id);
        if (!confirmation.strip().equalsIgnoreCase(Words.t("privacy.word"))) {
            response.setStatus(422);
            var wrong = Map.of("confirmation", Words.t("privacy.word.wrong", Words.t("privacy.word")));
            return page(view.page(id, RetentionForm.of(rule), wrong));
        }
        retentions.run(id);
        Toasts.plain(response, Words.t("privacy.rule.started", rule.name()));
        return PrivacyController.back(response, PrivacyTab.PATH);
    }

    private static @Nullable ModelAndView said(HttpServletResponse response, Operated<?> done, String sentence) {
        var operation = done.operation();
        if (operation != null) {
            Toasts.undoable(response, sentence, operation);
        }
        return PrivacyController.back(response, PrivacyTab.PATH);
    }

    private static ModelAndView page(PrivacyPages.Rule page) {
        return new ModelAndView("customers/privacy/rule", Map.of("page", page));
    }
}
