package relais.identity.tokens;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import relais.identity.SettingsTabs;
import relais.ui.Option;
import relais.ui.Toasts;
import relais.ui.Words;

/** Tokens in the settings. */
@Controller
@RequestMapping("/settings/tokens")
class TokenController {
    private final OwnTokens tokens;
    private final ScopeBook scopes;
    private final SettingsTabs tabs;
    private final Clock clock;

    TokenController(OwnTokens tokens, ScopeBook scopes, SettingsTabs tabs, Clock clock) {
        this.tokens = tokens;
        this.scopes = scopes;
        this.tabs = tabs;
        this.clock = clock;
    }

    @GetMapping
    String show(Model model) {
        return page(model, TokenForm.EMPTY, Map.of(), null);
    }

    @PostMapping
    String make(TokenForm form, HttpServletResponse response, Model model) {
        var made = tokens.make(form);
        if (made.secret() == null) {
            response.setStatus(422);
            return page(model, form, made.problems(), null);
        }
        return page(model, TokenForm.EMPTY, Map.of(), made.secret());
    }

    @PostMapping("/{id}/revocation")
    void revoke(@PathVariable UUID id, HttpServletResponse response) {
        tokens.revoke(id);
        Toasts.plain(response, Words.t("tokens.revoked"));
        response.setStatus(303);
        response.setHeader("Location", "/settings/tokens");
    }

    private String page(Model model, TokenForm form, Map<String, String> problems, @Nullable String secret) {
        var now = clock.instant();
        var choices = scopes.all().stream()
                .map(s ->
                        new TokenPages.Choice(s.code(), s.label(), form.chosen().contains(s.code())))
                .toList();
        var lasting = TokenForm.LASTING.stream()
                .map(d -> new Option(String.valueOf(d), Words.t("tokens.days", d)))
                .toList();
        model.addAttribute(
                "page",
                new TokenPages.Show(
                        tabs.shown(TokensTab.ID),
                        OwnTokens.seesAll(),
                        tokens.shown().stream()
                                .map(t -> TokenPages.Row.of(t, now))
                                .toList(),
                        form.typedName(),
                        choices,
                        lasting,
                        String.valueOf(form.lasting()),
                        problems,
                        secret));
        return "identity/tokens/index";
    }
}
