package relais.customers;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
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
    private final Twins twins;

    NewCustomerController(NewCustomers customers, Twins twins) {
        this.customers = customers;
        this.twins = twins;
    }

    @GetMapping("/customers/new")
    ModelAndView form(@RequestParam MultiValueMap<String, String> typed) {
        return new ModelAndView("customers/new", Map.of("page", new CardPages.NewCustomer(customers.form(typed))));
    }

    /** The fields of another kind of customer, with what was typed so far. */
    @GetMapping("/customers/new/fields")
    ModelAndView fields(@RequestParam MultiValueMap<String, String> typed) {
        return new ModelAndView(
                "customers/newfields", Map.of("page", new CardPages.NewCustomer(customers.form(typed))));
    }

    @GetMapping("/customers/new/twins")
    ModelAndView twins(@RequestParam MultiValueMap<String, String> typed) {
        return new ModelAndView("customers/twins", Map.of("twins", twins.of(customers.read(typed))));
    }

    @PostMapping("/customers")
    ModelAndView create(@RequestParam MultiValueMap<String, String> form, HttpServletResponse response) {
        var made = customers.create(form);
        var page = made.refused();
        if (page != null) {
            var answer = new ModelAndView("customers/new", Map.of("page", new CardPages.NewCustomer(page)));
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return answer;
        }
        if (made.operation() != null) {
            Toasts.undoable(response, Words.t("record.created", made.title()), made.operation());
        }
        return Redirects.to("/customers/" + made.id());
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
