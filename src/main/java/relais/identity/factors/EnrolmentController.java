package relais.identity.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.identity.Account;
import relais.identity.Workspace;
import relais.identity.door.Demands;
import relais.identity.door.Entrance;
import relais.identity.door.HalfSignIn;
import relais.identity.door.Proof;
import relais.identity.door.SecondStep;
import relais.identity.door.SignIn;
import relais.platform.web.LocalPath;

/** Choosing a second factor on the way in, because the workspace demands one. */
@Controller
@RequestMapping("/sign-in/enrolment")
class EnrolmentController {
    private final SecondStep step;
    private final AuthenticatorApps apps;
    private final OwnFactors factors;
    private final Demands demands;
    private final Entrance entrance;

    EnrolmentController(
            SecondStep step, AuthenticatorApps apps, OwnFactors factors, Demands demands, Entrance entrance) {
        this.step = step;
        this.apps = apps;
        this.factors = factors;
        this.demands = demands;
        this.entrance = entrance;
    }

    @GetMapping
    String show(@RequestParam @Nullable String to, HttpServletRequest request, Model model) {
        return waiting(request)
                .map(half -> page(model, half, LocalPath.orHome(to), Optional.empty()))
                .orElse("redirect:/sign-in?stale");
    }

    @PostMapping
    String submit(
            @RequestParam String code,
            @RequestParam @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var waiting = waiting(request);
        if (waiting.isEmpty()) {
            return "redirect:/sign-in?stale";
        }
        var half = waiting.get();
        var path = LocalPath.orHome(to);
        var told = new AtomicReference<List<String>>(List.of());
        var result = step.prove(half, () -> confirmed(half, code, told));
        if (result instanceof SignIn.Result.Open open) {
            entrance.enter(request, response, open);
            return codes(model, half, told.get(), path);
        }
        response.setStatus(422);
        var problem = apps.clockIsWrong(half.account(), code) ? "factor.clock.wrong" : "factor.code.wrong";
        return step.of(request).isEmpty() ? "redirect:/sign-in?stale" : page(model, half, path, Optional.of(problem));
    }

    private Optional<Proof> confirmed(HalfSignIn half, String code, AtomicReference<List<String>> told) {
        var codes = step.account(half).flatMap(account -> factors.confirm(account, code, Optional.empty()));
        codes.ifPresent(told::set);
        return codes.map(one -> Proof.CODE);
    }

    /** Nobody chooses a second factor who has one by now. */
    private Optional<HalfSignIn> waiting(HttpServletRequest request) {
        return step.of(request).filter(half -> half.enrolment() && !demands.enrolled(half.account()));
    }

    private String page(Model model, HalfSignIn half, String to, Optional<String> problem) {
        var secret = apps.pending(half.account()).orElse("");
        var workspace = step.workspace(half).map(Workspace::name).orElse("");
        var picture = Picture.of(Totp.address(secret, email(half)));
        model.addAttribute("page", new FactorPages.Enrolment(workspace, secret, picture, to, problem));
        return "identity/factors/enrolment";
    }

    private String codes(Model model, HalfSignIn half, List<String> codes, String next) {
        model.addAttribute("page", new FactorPages.Codes(email(half), codes, next));
        return "identity/factors/first-codes";
    }

    private String email(HalfSignIn half) {
        return step.account(half).map(Account::email).orElse("");
    }
}
