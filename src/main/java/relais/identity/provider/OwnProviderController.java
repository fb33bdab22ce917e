package relais.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.identity.door.Errands;
import relais.identity.door.ProofAnew;
import relais.identity.door.Visit;
import relais.platform.web.NotFound;

/** Linking one's own account with the company's provider. */
@Controller
@RequestMapping("/account/provider")
class OwnProviderController {
    private final Providers providers;
    private final Asking asking;
    private final Errands errands;
    private final ProofAnew proof;

    OwnProviderController(Providers providers, Asking asking, Errands errands, ProofAnew proof) {
        this.providers = providers;
        this.asking = asking;
        this.errands = errands;
        this.proof = proof;
    }

    @GetMapping
    String show(HttpServletRequest request, Model model) {
        return page(request, model, null, Optional.empty());
    }

    /** The way on is a link: forms may lead nowhere else than here. */
    @PostMapping
    String link(
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var visit = Visit.of(request).orElseThrow();
        var provider = provider(visit);
        if (!proof.of(visit, password)) {
            return wrong(request, response, model, "account.password.wrong");
        }
        try {
            var departure = Departure.to(
                    provider.workspace(), "/account", visit.account().id());
            var address = asking.address(provider, departure);
            errands.give(request, response, Departure.ERRAND, departure.json());
            return page(request, model, address, Optional.empty());
        } catch (Unsaid unsaid) {
            return wrong(request, response, model, "provider.failed." + unsaid.code());
        }
    }

    private String wrong(HttpServletRequest request, HttpServletResponse response, Model model, String problem) {
        response.setStatus(422);
        return page(request, model, null, Optional.of(problem));
    }

    private String page(HttpServletRequest request, Model model, @Nullable String href, Optional<String> problem) {
        var visit = Visit.of(request).orElseThrow();
        var provider = provider(visit);
        model.addAttribute(
                "page",
                new ProviderPages.Own(
                        provider.name(),
                        providers.linked(visit.account().id()).contains(provider.workspace()),
                        visit.account().passwordHash().isPresent(),
                        href,
                        problem));
        return "identity/provider/own";
    }

    private Provider provider(Visit visit) {
        return providers.of(visit.workspace().id()).orElseThrow(NotFound::new);
    }
}
