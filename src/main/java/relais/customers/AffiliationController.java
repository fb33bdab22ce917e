package relais.customers;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The affiliations of one customer: shown, added, edited, ended, taken away. */
@Controller
@RequestMapping("/customers/{customer:[0-9a-f-]{36}}/affiliations")
class AffiliationController {
    private final AffiliationPanel panel;
    private final Affiliations affiliations;

    AffiliationController(AffiliationPanel panel, Affiliations affiliations) {
        this.panel = panel;
        this.affiliations = affiliations;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID customer, @RequestParam(required = false) @Nullable String at) {
        return view("affiliations", panel.show(customer, Days.read(at).orElse(null)));
    }

    @GetMapping("/new")
    ModelAndView blank(@PathVariable UUID customer, @RequestParam(defaultValue = "person") String side) {
        return view("affiliation", affiliations.blank(customer, side, new LinkedMultiValueMap<>()));
    }

    @PostMapping
    ModelAndView create(
            @PathVariable UUID customer,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        return answer(customer, affiliations.create(customer, form, response), response);
    }

    @GetMapping("/{id}/editing")
    ModelAndView edit(@PathVariable UUID customer, @PathVariable UUID id) {
        return view("affiliation", affiliations.form(customer, id));
    }

    @PutMapping("/{id}")
    ModelAndView save(
            @PathVariable UUID customer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        return answer(customer, affiliations.save(customer, id, form, response), response);
    }

    @PostMapping("/{id}/ending")
    ModelAndView end(@PathVariable UUID customer, @PathVariable UUID id, HttpServletResponse response) {
        affiliations.end(customer, id, response);
        return answer(customer, null, response);
    }

    @DeleteMapping("/{id}")
    ModelAndView remove(@PathVariable UUID customer, @PathVariable UUID id, HttpServletResponse response) {
        affiliations.remove(customer, id, response);
        return answer(customer, null, response);
    }

    private ModelAndView answer(UUID customer, AffiliationPages.@Nullable Form refused, HttpServletResponse response) {
        if (refused == null) {
            return view("affiliations", panel.show(customer, null));
        }
        response.setHeader("HX-Retarget", "#affiliation-form");
        var answer = view("affiliation", refused);
        answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return answer;
    }

    private static ModelAndView view(String name, Object page) {
        return new ModelAndView("customers/" + name, Map.of("page", page));
    }
}
