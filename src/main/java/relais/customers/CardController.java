package relais.customers;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.web.NotFound;
import relais.records.forms.FieldViews;
import relais.records.forms.Redirects;
import relais.records.merging.Verdicts;
import relais.ui.Formats;

/** The card of a customer, today or at a past date. */
@Controller
@RequestMapping("/customers/{id:[0-9a-f-]{36}}")
class CardController {
    private final Cards cards;
    private final PastCards past;
    private final FieldViews fields;
    private final Histograms histograms;
    private final PastFiles files;
    private final Verdicts verdicts;

    CardController(
            Cards cards, PastCards past, FieldViews fields, Histograms histograms, PastFiles files, Verdicts verdicts) {
        this.verdicts = verdicts;
        this.files = files;
        this.cards = cards;
        this.past = past;
        this.fields = fields;
        this.histograms = histograms;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(defaultValue = "false") boolean compare) {
        var day = Days.read(at).filter(d -> d.isBefore(Formats.today()));
        try {
            return day.isPresent() ? past(id, day.get(), compare) : page("card", cards.today(id));
        } catch (NotFound gone) {
            return Redirects.to("/customers/" + verdicts.survivor(id).orElseThrow(() -> gone));
        }
    }

    private ModelAndView past(UUID id, LocalDate day, boolean compare) {
        return past.at(id, day, compare)
                .map(p -> page("past", p))
                .orElseGet(() -> page("unknown", past.unknown(id, day)));
    }

    private static ModelAndView page(String view, Object page) {
        return new ModelAndView("customers/" + view, Map.of("page", page));
    }

    /** The whole record as it was, under the rights of today. */
    @GetMapping("/state.json")
    ResponseEntity<String> state(@PathVariable UUID id, @RequestParam String at) {
        Actor.current().require(CustomerDescription.NAME, Action.EXPORT);
        var day = Days.read(at).filter(d -> d.isBefore(Formats.today())).orElseThrow(NotFound::new);
        var file = files.at(id, day).orElseThrow(NotFound::new);
        var name = ContentDisposition.attachment()
                .filename(file.path("title").asString("") + "-" + day + ".json", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(file.toPrettyString());
    }

    @GetMapping("/heading")
    ModelAndView heading(@PathVariable UUID id) {
        return new ModelAndView("customers/heading", Map.of("heading", Headings.of(cards.customer(id)), "today", true));
    }

    @GetMapping("/facts")
    ModelAndView facts(@PathVariable UUID id) {
        return new ModelAndView("customers/facts", Map.of("id", id, "sections", fields.sections(cards.customer(id))));
    }

    @GetMapping("/activity")
    ModelAndView activity(@PathVariable UUID id, @RequestParam(required = false) @Nullable String at) {
        return page("histogram", histograms.of(id, Days.read(at).orElseGet(Formats::today)));
    }
}
