package relais.customers.consent;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import relais.identity.Action;
import relais.identity.Actor;
import relais.platform.text.Dates;
import relais.ui.Face;
import relais.ui.Formats;
import relais.ui.Toasts;
import relais.ui.Words;

/** The consents of one customer: shown and noted. */
@Controller
@RequestMapping("/customers/{customer:[0-9a-f-]{36}}/consents")
class ConsentController {
    private final ConsentPanel panel;
    private final Consents consents;

    ConsentController(ConsentPanel panel, Consents consents) {
        this.panel = panel;
        this.consents = consents;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID customer, @RequestParam(required = false) @Nullable String at) {
        return view("panel", panel.show(customer, moment(at)));
    }

    private static @Nullable Instant moment(@Nullable String day) {
        return day == null
                ? null
                : Dates.parse(day, Face.language())
                        .filter(d -> d.isBefore(Formats.today()))
                        .map(d -> d.plusDays(1)
                                .atStartOfDay(Face.current().zone())
                                .toInstant())
                        .orElse(null);
    }

    @GetMapping("/new")
    ModelAndView blank(@PathVariable UUID customer) {
        return view("form", panel.form(customer, ConsentForm.EMPTY, Map.of()));
    }

    @PostMapping
    ModelAndView note(@PathVariable UUID customer, ConsentForm form, HttpServletResponse response) {
        Actor.current().require(ConsentDescription.NAME, Action.CREATE);
        var name = panel.customer(customer).title();
        var problems = form.problems();
        if (!problems.isEmpty()) {
            response.setHeader("HX-Retarget", "#consent-form");
            var answer = view("form", panel.form(customer, form, problems));
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return answer;
        }
        var said = form.said();
        var operation = consents.note(customer, name, said).operation();
        if (operation != null) {
            Toasts.undoable(
                    response, Words.t(said.given() ? "consent.noted.given" : "consent.noted.refused", name), operation);
        }
        return view("panel", panel.show(customer, null));
    }

    private static ModelAndView view(String name, Object page) {
        return new ModelAndView("customers/consent/" + name, Map.of("page", page));
    }
}
