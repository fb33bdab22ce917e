package relais.customers.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import relais.identity.SettingsTabs;
import relais.records.types.FormulaGuard;
import relais.ui.Formats;
import relais.ui.Words;

/** Personal data in the settings: rules, holds and both registers. */
@Controller
@RequestMapping(PrivacyTab.PATH)
class PrivacyController {
    private static final int SHOWN = 100;
    private static final int MOST = 100_000;

    private final RetentionView rules;
    private final Holds holds;
    private final Processings processings;
    private final Erasures erasures;
    private final SettingsTabs tabs;

    PrivacyController(RetentionView rules, Holds holds, Processings processings, Erasures erasures, SettingsTabs tabs) {
        this.rules = rules;
        this.holds = holds;
        this.processings = processings;
        this.erasures = erasures;
        this.tabs = tabs;
    }

    @ModelAttribute
    void require() {
        Privacy.require();
    }

    @GetMapping
    ModelAndView index() {
        var held = holds.all().stream()
                .map(h -> new PrivacyPages.HoldLine(h.id(), h.customer(), h.title(), h.reason(), h.until()))
                .toList();
        var activities = processings.all().stream()
                .map(p -> new PrivacyPages.Activity(
                        p.id(), p.title(), Words.t("choice.processing.basis." + p.text("basis")), p.text("purpose")))
                .toList();
        var erased =
                erasures.register(SHOWN).stream().map(PrivacyController::line).toList();
        var page = new PrivacyPages.Index(tabs.shown(PrivacyTab.ID), rules.lines(), held, activities, erased);
        return new ModelAndView("customers/privacy/index", Map.of("page", page));
    }

    private static PrivacyPages.Erased line(Erasures.Erased e) {
        int records = e.counts().entrySet().stream()
                .filter(c -> !c.getKey().equals("changes"))
                .mapToInt(Map.Entry::getValue)
                .sum();
        var said = Words.t("privacy.erased.said", records, e.counts().getOrDefault("changes", 0));
        return new PrivacyPages.Erased(e.at(), e.actor(), Words.t("privacy.cause." + e.cause()), said, e.customer());
    }

    /** The register of erasures as a file: that, never what. */
    @GetMapping("/erasures.csv")
    ResponseEntity<String> erasures() {
        var head = List.of("date", "id", "actor", "cause", "erased");
        var rows = erasures.register(MOST).stream()
                .map(e -> List.of(
                        e.at().toString(),
                        e.customer().toString(),
                        e.actor(),
                        e.cause(),
                        e.counts().toString()))
                .toList();
        return csv(Words.t("privacy.erased.file"), head, rows);
    }

    /** The register of processing activities as a file. */
    @GetMapping("/processings.csv")
    ResponseEntity<String> processings() {
        var names = Processings.TEXTS;
        var head = names.stream().map(n -> Words.t("field.processing." + n)).collect(Collectors.toList());
        head.add(Words.t("field.processing.basis"));
        var rows = processings.all().stream()
                .map(p -> {
                    var row = names.stream().map(p::text).collect(Collectors.toList());
                    row.add(Words.t("choice.processing.basis." + p.text("basis")));
                    return row;
                })
                .toList();
        return csv(Words.t("privacy.processing.file"), head, rows);
    }

    private static ResponseEntity<String> csv(String name, List<String> head, List<? extends List<String>> rows) {
        var lines = new StringBuilder("\uFEFF").append(line(head));
        rows.forEach(r -> lines.append(line(r)));
        var disposition = ContentDisposition.attachment()
                .filename(name + " " + Formats.today() + ".csv", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(lines.toString());
    }

    private static String line(List<String> cells) {
        return cells.stream()
                        .map(c -> '"' + FormulaGuard.guarded(c).replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(";"))
                + "\r\n";
    }

    static @Nullable ModelAndView back(HttpServletResponse response, String path) {
        response.setStatus(303);
        response.setHeader("Location", path);
        return null;
    }
}
