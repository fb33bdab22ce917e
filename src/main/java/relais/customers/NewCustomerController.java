package relais.customers;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import relais.records.forms.Redirects;
import relais.ui.Toasts;
import relais.ui.Words;

/** Customers are made and go to the trash. */
@Controller
class NewCustomerController {
    private final NewCustomers customers;

    NewCustomerController(NewCustomers customers) {
        this.customers = customers;
    }

    @GetMapping("/customers/new")
    ModelAndView form(@RequestParam MultiValueMap<String, String> typed) {
        return new ModelAndView(
                "customers/new", Map.of("page", new CardPages.NewCustomer(customers.form(typed), List.of())));
    }

    /** The fields of another kind of customer, with what was typed so far. */
    @GetMapping("/customers/new/fields")
    ModelAndView fields(@RequestParam MultiValueMap<String, String> typed) {
        return new ModelAndView(
                "customers/newfields", Map.of("page", new CardPages.NewCustomer(customers.form(typed), List.of())));
    }

    /** Those already known who may be the one being typed. */
    @GetMapping("/customers/new/duplicates")
    ModelAndView duplicates(@RequestParam MultiValueMap<String, String> typed) {
        return new ModelAndView("customers/duplicates", Map.of("duplicates", customers.duplicates(typed)));
    }

    @PostMapping("/customers")
    ModelAndView create(@RequestParam MultiValueMap<String, String> form, HttpServletResponse response) {
        var made = customers.create(form, seen(form));
        var page = made.refused();
        if (page != null) {
            var answer = new ModelAndView("customers/new", Map.of("page", page));
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return answer;
        }
        if (made.operation() != null) {
            Toasts.undoable(response, Words.t("record.created", made.title()), made.operation());
        }
        return Redirects.to("/customers/" + made.id());
    }

    private static Set<UUID> seen(MultiValueMap<String, String> form) {
        return form.getOrDefault("anyway", List.of()).stream()
                .flatMap(ids -> Stream.of(ids.split(" ")))
                .filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    @RequestMapping(path = "/customers/{id:[0-9a-f-]{36}}", method = RequestMethod.DELETE)
    ModelAndView delete(@PathVariable UUID id, HttpServletResponse response) {
        return remove(id, response);
    }

    @PostMapping("/customers/{id:[0-9a-f-]{36}}/deletion")
    ModelAndView remove(@PathVariable UUID id, HttpServletResponse response) {
        var removed = customers.delete(id);
        if (removed.operation() != null) {
            Toasts.undoable(response, Words.t("record.deleted", removed.title()), removed.operation());
        }
        return Redirects.to("/customers");
    }
}
