package relais.records.cards;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import relais.platform.text.Dates;
import relais.platform.web.NotFound;
import relais.records.forms.FieldViews;
import relais.ui.Formats;

/** The card of one record of an own object, today or at a past day. */
@Controller
@RequestMapping("/{plural:[a-z][a-z-]*}/{id:[0-9a-f-]{36}}")
class OwnCardController {
    private final OwnCards cards;
    private final FieldViews fields;

    OwnCardController(OwnCards cards, FieldViews fields) {
        this.cards = cards;
        this.fields = fields;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String plural, @PathVariable UUID id, @RequestParam(required = false) @Nullable String at) {
        var type = cards.type(plural);
        var day = day(at);
        var card = day.isEmpty()
                ? cards.today(type, id)
                : cards.at(type, id, day.get()).orElseThrow(NotFound::new);
        return new ModelAndView("records/cards/card", Map.of("page", card));
    }

    private static Optional<LocalDate> day(@Nullable String at) {
        return at == null ? Optional.empty() : Dates.iso(at).filter(d -> d.isBefore(Formats.today()));
    }

    @GetMapping("/heading")
    ModelAndView heading(@PathVariable String plural, @PathVariable UUID id) {
        var record = cards.record(cards.type(plural), id);
        return new ModelAndView("records/cards/heading", Map.of("heading", OwnCards.heading(record), "today", true));
    }

    @GetMapping("/facts")
    ModelAndView facts(@PathVariable String plural, @PathVariable UUID id) {
        var record = cards.record(cards.type(plural), id);
        return new ModelAndView(
                "records/cards/facts",
                Map.of(
                        "path",
                        OwnCards.heading(record).path(),
                        "object",
                        record.type().name(),
                        "id",
                        id,
                        "sections",
                        fields.sections(record)));
    }

    @GetMapping("/history")
    ModelAndView history(
            @PathVariable String plural, @PathVariable UUID id, @RequestParam(defaultValue = "") String before) {
        var type = cards.type(plural);
        return new ModelAndView(
                "records/cards/steps",
                Map.of("history", cards.older(type, id, before), "path", "/" + plural + "/" + id));
    }
}
