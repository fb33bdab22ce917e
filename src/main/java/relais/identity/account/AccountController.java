package relais.identity.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.identity.door.Visit;
import relais.platform.web.NotFound;
import relais.ui.Toasts;
import relais.ui.Words;

/** One's own account. */
@Controller
class AccountController {
    private final OwnAccount own;
    private final AccountQueries queries;

    AccountController(OwnAccount own, AccountQueries queries) {
        this.own = own;
        this.queries = queries;
    }

    @GetMapping("/account")
    String show(HttpServletRequest request, Model model) {
        return page(request, model, Map.of());
    }

    @PostMapping("/account/profile")
    @Nullable
    String profile(
            @RequestParam String name,
            @RequestParam String language,
            @RequestParam String zone,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var problems = own.profile(visit(request), name, language, zone);
        return done(problems, "account.saved", request, response, model);
    }

    @PostMapping("/account/password")
    @Nullable
    String password(
            @RequestParam String current,
            @RequestParam String fresh,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var problems = own.password(visit(request), current, fresh);
        return done(problems, "account.password.changed", request, response, model);
    }

    @PostMapping("/account/sessions/{id}/end")
    void end(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        if (!own.endSession(visit(request), id)) {
            throw new NotFound();
        }
        Toasts.plain(response, Words.t("account.session.ended"));
        back(response);
    }

    @PostMapping("/sign-out/others")
    void endOthers(HttpServletRequest request, HttpServletResponse response) {
        Toasts.plain(response, Words.t("account.sessions.others.ended", own.endOtherSessions(visit(request))));
        back(response);
    }

    private @Nullable String done(
            Map<String, String> problems,
            String said,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(request, model, problems);
        }
        Toasts.plain(response, Words.t(said));
        back(response);
        return null;
    }

    private String page(HttpServletRequest request, Model model, Map<String, String> problems) {
        model.addAttribute("page", queries.show(visit(request), request, problems));
        return "identity/account/account";
    }

    private static void back(HttpServletResponse response) {
        response.setStatus(303);
        response.setHeader("Location", "/account");
    }

    private static Visit visit(HttpServletRequest request) {
        return Visit.of(request).orElseThrow();
    }
}
