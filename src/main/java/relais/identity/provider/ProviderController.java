package relais.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import relais.identity.Workspaces;
import relais.identity.door.Entrance;
import relais.identity.door.Errands;
import relais.identity.door.Opening;
import relais.identity.door.Proof;
import relais.identity.door.Visit;
import relais.platform.web.LocalPath;
import relais.ui.Toasts;
import relais.ui.Words;

/** The way to the company's provider and back. */
@Controller
class ProviderController {
    private final Providers providers;
    private final Workspaces workspaces;
    private final Asking asking;
    private final Returns returns;
    private final Errands errands;
    private final Opening opening;
    private final Entrance entrance;

    ProviderController(
            Providers providers,
            Workspaces workspaces,
            Asking asking,
            Returns returns,
            Errands errands,
            Opening opening,
            Entrance entrance) {
        this.providers = providers;
        this.workspaces = workspaces;
        this.asking = asking;
        this.returns = returns;
        this.errands = errands;
        this.opening = opening;
        this.entrance = entrance;
    }

    /** Asks which company somebody comes from, where several have a provider. */
    @GetMapping("/sign-in/company")
    String company(@RequestParam(defaultValue = "") String email, @RequestParam @Nullable String to, Model model) {
        var path = LocalPath.orHome(to);
        var provider = providers.all().stream()
                .filter(one -> email.contains("@") && one.speaksFor(email.strip()))
                .findFirst();
        var href = provider.flatMap(one -> workspaces.find(one.workspace()))
                .map(workspace -> ProviderWays.href(workspace.slug(), path));
        var name = provider.map(Provider::name).orElse("");
        model.addAttribute("page", new ProviderPages.Company(email, path, href.orElse(null), name));
        return "identity/provider/company";
    }

    /** Sends somebody to the provider of this workspace. */
    @GetMapping("/sign-in/provider/{slug}")
    @Nullable
    String depart(
            @PathVariable String slug,
            @RequestParam @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var provider = workspaces.bySlug(slug).flatMap(workspace -> providers.of(workspace.id()));
        if (provider.isEmpty()) {
            return "redirect:/sign-in";
        }
        var departure = Departure.to(provider.get().workspace(), LocalPath.orHome(to), null);
        try {
            var address = asking.address(provider.get(), departure);
            errands.give(request, response, Departure.ERRAND, departure.json());
            response.setStatus(302);
            response.setHeader("Location", address);
            return null;
        } catch (Unsaid unsaid) {
            return failed(response, model, unsaid, provider.get().name());
        }
    }

    /** Somebody comes back from the provider. */
    @GetMapping(Asking.CALLBACK)
    @Nullable
    String arrive(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String error,
            @RequestParam @Nullable String iss,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var departure = errands.takeBack(request, response, Departure.ERRAND).flatMap(Departure::of);
        var provider = departure.flatMap(one -> providers.of(one.workspace()));
        try {
            if (departure.isEmpty() || provider.isEmpty()) {
                throw new Unsaid("state");
            }
            var back = new Returns.Back(state, code, error, iss);
            return arrived(provider.get(), departure.get(), back, request, response);
        } catch (Unsaid unsaid) {
            return failed(response, model, unsaid, provider.map(Provider::name).orElse(""));
        }
    }

    private @Nullable String arrived(
            Provider provider,
            Departure departure,
            Returns.Back back,
            HttpServletRequest request,
            HttpServletResponse response)
            throws Unsaid {
        if (departure.account() != null) {
            returns.link(provider, departure, back, Visit.of(request));
            Toasts.plain(response, Words.t("provider.linked"));
            response.setStatus(303);
            response.setHeader("Location", "/account");
            return null;
        }
        var arrived = returns.enter(provider, departure, back);
        var open = opening.open(arrived.account(), arrived.workspace(), Proof.PROVIDER);
        entrance.lead(request, response, open, departure.path());
        return null;
    }

    private static String failed(HttpServletResponse response, Model model, Unsaid unsaid, String name) {
        response.setStatus(403);
        model.addAttribute("page", new ProviderPages.Failed(unsaid.code(), name));
        return "identity/provider/failed";
    }
}
