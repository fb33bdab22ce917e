package relais.customers.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import relais.platform.text.Dates;
import relais.platform.text.Fold;
import relais.platform.web.NotFound;
import relais.platform.web.Views;
import relais.ui.Face;
import relais.ui.Formats;
import relais.ui.Toasts;
import relais.ui.Words;

/** One person's data: handed out, held, erased. */
@Controller
@RequestMapping("/customers/{id:[0-9a-f-]{36}}/privacy")
class PersonController {
    private final Erasures erasures;
    private final Holds holds;
    private final PersonalFiles files;
    private final Views views;
    private final Clock clock;

    PersonController(Erasures erasures, Holds holds, PersonalFiles files, Views views, Clock clock) {
        this.erasures = erasures;
        this.holds = holds;
        this.files = files;
        this.views = views;
        this.clock = clock;
    }

    @ModelAttribute
    void require() {
        Privacy.require();
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id) {
        return page(erasures.person(id), null);
    }

    private ModelAndView page(Person person, @Nullable String problem) {
        var fates = erasures.preview(person);
        var held = holds.of(person.id()).stream()
                .map(h -> new PrivacyPages.HoldLine(h.id(), h.customer(), h.title(), h.reason(), h.until()))
                .toList();
        var page = new PrivacyPages.Show(
                person.id(), person.title(), held, lines(fates, false), lines(fates, true), problem);
        return new ModelAndView("customers/privacy/show", Map.of("page", page));
    }

    private static List<PrivacyPages.Line> lines(List<Fate> fates, boolean kept) {
        return fates.stream()
                .filter(f -> f.kept() == kept)
                .map(f -> new PrivacyPages.Line(f.what(), Formats.number(f.count()), f.why()))
                .toList();
    }

    /** Everything that is known of this person, as a ZIP. */
    @GetMapping("/file.zip")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        var person = erasures.person(id);
        var sections = files.of(erasures.people(id));
        var archive = new PrivacyPages.Archive(person.title(), clock.instant(), sections);
        var page = views.render("customers/privacy/file", Map.of("page", archive));
        var name = ContentDisposition.attachment()
                .filename(person.title() + " " + Formats.today() + ".zip", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(files.zip(person, sections, page));
    }

    @PostMapping("/holds")
    @Nullable
    ModelAndView hold(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String until,
            HttpServletResponse response) {
        var person = erasures.person(id);
        var day = until.isBlank() ? Optional.<LocalDate>empty() : Dates.parse(until, Face.language());
        if (reason.isBlank() || !until.isBlank() && day.isEmpty()) {
            response.setStatus(422);
            return page(person, Words.t(reason.isBlank() ? "privacy.hold.reason.missing" : "privacy.hold.until.wrong"));
        }
        var done = holds.put(id, person.title(), reason.strip(), day.orElse(null));
        Optional.ofNullable(done.operation())
                .ifPresent(o -> Toasts.undoable(response, Words.t("privacy.hold.put", person.title()), o));
        return PrivacyController.back(response, "/customers/" + id + "/privacy");
    }

    @PostMapping("/holds/{hold:[0-9a-f-]{36}}/lifting")
    @Nullable
    ModelAndView lift(@PathVariable UUID id, @PathVariable UUID hold, HttpServletResponse response) {
        var person = erasures.person(id);
        if (holds.of(id).stream().noneMatch(h -> h.id().equals(hold))) {
            throw new NotFound();
        }
        var done = holds.lift(hold, person.title());
        Optional.ofNullable(done.operation())
                .ifPresent(o -> Toasts.undoable(response, Words.t("privacy.hold.lifted", person.title()), o));
        return PrivacyController.back(response, "/customers/" + id + "/privacy");
    }

    /** Erases for good: the name is typed, because nothing takes it back. */
    @PostMapping("/erasure")
    @Nullable
    ModelAndView erase(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String confirmation, HttpServletResponse response) {
        var person = erasures.person(id);
        if (!Fold.key(confirmation).equals(Fold.key(person.title()))) {
            response.setStatus(422);
            return page(person, Words.t("privacy.name.wrong", person.title()));
        }
        erasures.erase(id, "request", null);
        Toasts.plain(response, Words.t("privacy.done"));
        return PrivacyController.back(response, "/customers");
    }
}
