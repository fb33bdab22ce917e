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
import relais.identity.SettingsTabs;
import relais.records.changes.Operated;
import relais.ui.Option;
import relais.ui.Toasts;
import relais.ui.Words;

/** The register of processing activities in the settings. */
@Controller
@RequestMapping(PrivacyTab.PATH + "/processings")
class ProcessingController {
    private static final String ONE = "/{id:[0-9a-f-]{36}}";

    private final Processings processings;
    private final SettingsTabs tabs;

    ProcessingController(Processings processings, SettingsTabs tabs) {
        this.processings = processings;
        this.tabs = tabs;
    }

    @ModelAttribute
    void require() {
        Privacy.require();
    }

    @GetMapping("/new")
    ModelAndView fresh() {
        return page(null, Map.of(), Processings.BASES.getFirst(), false);
    }

    @GetMapping(ONE)
    ModelAndView one(@PathVariable UUID id) {
        var activity = processings.one(id);
        return page(id, Processings.texts(activity), activity.text("basis"), false);
    }

    @PostMapping
    @Nullable
    ModelAndView create(@RequestParam Map<String, String> typed, HttpServletResponse response) {
        return save(null, typed, response);
    }

    @PostMapping(ONE)
    @Nullable
    ModelAndView change(@PathVariable UUID id, @RequestParam Map<String, String> typed, HttpServletResponse response) {
        processings.one(id);
        return save(id, typed, response);
    }

    private @Nullable ModelAndView save(@Nullable UUID id, Map<String, String> typed, HttpServletResponse response) {
        if (typed.getOrDefault("name", "").isBlank()) {
            response.setStatus(422);
            return page(id, typed, typed.getOrDefault("basis", ""), true);
        }
        return said(response, processings.save(id, typed), Words.t("privacy.processing.saved"));
    }

    @PostMapping(ONE + "/deletion")
    @Nullable
    ModelAndView delete(@PathVariable UUID id, HttpServletResponse response) {
        return said(response, processings.delete(id), Words.t("privacy.processing.deleted"));
    }

    private static @Nullable ModelAndView said(HttpServletResponse response, Operated<?> done, String sentence) {
        var operation = done.operation();
        if (operation != null) {
            Toasts.undoable(response, sentence, operation);
        }
        return PrivacyController.back(response, PrivacyTab.PATH);
    }

    private ModelAndView page(@Nullable UUID id, Map<String, String> typed, String basis, boolean nameless) {
        var texts = Processings.TEXTS.stream()
                .map(t -> new PrivacyPages.Text(
                        t, Words.t("field.processing." + t), typed.getOrDefault(t, ""), t.equals("name")))
                .toList();
        var bases = Processings.BASES.stream()
                .map(b -> new Option(b, Words.t("choice.processing.basis." + b)))
                .toList();
        var page = new PrivacyPages.Processing(tabs.shown(PrivacyTab.ID), id, texts, bases, basis, nameless);
        return new ModelAndView("customers/privacy/processing", Map.of("page", page));
    }
}
