package relais.identity.provider;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import relais.identity.Roles;
import relais.ui.Option;
import relais.ui.Toasts;
import relais.ui.Words;

/** The company's provider in the settings. */
@Controller
@RequestMapping("/settings/sign-in/provider")
class ProviderSettingsController {
    private final ProviderSettings settings;
    private final Roles roles;
    private final Asking asking;

    ProviderSettingsController(ProviderSettings settings, Roles roles, Asking asking) {
        this.settings = settings;
        this.roles = roles;
        this.asking = asking;
    }

    @GetMapping
    String show(Model model) {
        var form = settings.current()
                .map(provider -> ProviderForm.of(provider, settings.only()))
                .orElse(ProviderForm.EMPTY);
        return page(model, form, Map.of());
    }

    @PostMapping
    @Nullable
    String save(ProviderForm form, HttpServletResponse response, Model model) {
        var problems = settings.save(form);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(model, form, problems);
        }
        return done(response, "provider.saved");
    }

    @PostMapping("/removal")
    @Nullable
    String remove(HttpServletResponse response) {
        settings.remove();
        return done(response, "provider.removed");
    }

    private String page(Model model, ProviderForm form, Map<String, String> problems) {
        var choices = Stream.concat(
                        Stream.of(new Option(ProviderForm.NOBODY, Words.t("provider.role.none"))),
                        roles.known().stream()
                                .filter(role -> !role.fixed())
                                .map(role -> new Option(role.code(), role.label())))
                .toList();
        model.addAttribute(
                "page",
                new ProviderPages.Settings(
                        form.typed(form.name()),
                        form.typed(form.issuer()),
                        form.typed(form.clientId()),
                        settings.current().isPresent(),
                        form.typed(form.domains()),
                        form.typed(form.role()),
                        choices,
                        form.trusted(),
                        form.alone(),
                        asking.callback(),
                        problems));
        return "identity/provider/settings";
    }

    private static @Nullable String done(HttpServletResponse response, String key) {
        Toasts.plain(response, Words.t(key));
        response.setStatus(303);
        response.setHeader("Location", "/settings/sign-in");
        return null;
    }
}
