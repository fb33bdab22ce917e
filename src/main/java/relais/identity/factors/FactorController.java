package relais.identity.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.identity.Account;
import relais.identity.door.ProofAnew;
import relais.identity.door.Visit;
import relais.ui.Toasts;
import relais.ui.Words;

/** One's own second factor: the application and the recovery codes. */
@Controller
@RequestMapping("/account/second-factor")
class FactorController {
    private static final String HERE = "/account/second-factor";

    private final AuthenticatorApps apps;
    private final RecoveryCodes codes;
    private final OwnFactors factors;
    private final ProofAnew proof;

    FactorController(AuthenticatorApps apps, RecoveryCodes codes, OwnFactors factors, ProofAnew proof) {
        this.apps = apps;
        this.codes = codes;
        this.factors = factors;
        this.proof = proof;
    }

    @GetMapping
    String show(HttpServletRequest request, Model model) {
        return page(request, model, Optional.empty());
    }

    /** Begins with an application, in place of the one before once its first code is shown. */
    @PostMapping
    @Nullable
    String begin(
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!proof.of(visit(request), password)) {
            return wrong(request, response, model, "account.password.wrong");
        }
        apps.prepare(account(request).id());
        return back(response, HERE);
    }

    @PostMapping("/confirmation")
    String confirm(@RequestParam String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        var account = account(request);
        var told = factors.confirm(account, code, Optional.of(visit(request).session()));
        if (told.isEmpty()) {
            var problem = apps.clockIsWrong(account.id(), code) ? "factor.clock.wrong" : "factor.code.wrong";
            return wrong(request, response, model, problem);
        }
        return codes(model, account, told.get());
    }

    @PostMapping("/codes")
    String renew(
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!proof.of(visit(request), password)) {
            return wrong(request, response, model, "account.password.wrong");
        }
        return codes(model, account(request), factors.renew(account(request)));
    }

    @PostMapping("/removal")
    @Nullable
    String remove(
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!proof.of(visit(request), password)) {
            return wrong(request, response, model, "account.password.wrong");
        }
        factors.remove(account(request), visit(request).session());
        Toasts.plain(response, Words.t("factor.app.removed"));
        return back(response, "/account");
    }

    private String wrong(HttpServletRequest request, HttpServletResponse response, Model model, String problem) {
        response.setStatus(422);
        return page(request, model, Optional.of(problem));
    }

    private String page(HttpServletRequest request, Model model, Optional<String> problem) {
        var account = account(request);
        var enrolment = apps.pending(account.id())
                .map(secret -> new FactorPages.Enrolment(
                        "", secret, Picture.of(Totp.address(secret, account.email())), "", problem));
        model.addAttribute(
                "page",
                new FactorPages.Own(
                        apps.since(account.id()).orElse(null),
                        factors.on(account),
                        codes.left(account.id()),
                        enrolment.orElse(null),
                        account.passwordHash().isPresent(),
                        problem));
        return "identity/factors/own";
    }

    private static String codes(Model model, Account account, List<String> codes) {
        model.addAttribute("page", new FactorPages.Codes(account.email(), codes, "/account"));
        return "identity/factors/new-codes";
    }

    private static @Nullable String back(HttpServletResponse response, String path) {
        response.setStatus(303);
        response.setHeader("Location", path);
        return null;
    }

    private static Account account(HttpServletRequest request) {
        return visit(request).account();
    }

    private static Visit visit(HttpServletRequest request) {
        return Visit.of(request).orElseThrow();
    }
}
