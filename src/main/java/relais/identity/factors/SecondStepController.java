package relais.identity.factors;

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
import relais.identity.Account;
import relais.identity.door.Demands;
import relais.identity.door.Entrance;
import relais.identity.door.SecondStep;
import relais.identity.door.SignIn;
import relais.platform.web.LocalPath;

/** The second step of a sign-in: a code of the application, or one on paper. */
@Controller
@RequestMapping("/sign-in/second")
class SecondStepController {
    private final SecondStep step;
    private final OwnFactors factors;
    private final Demands demands;
    private final Entrance entrance;

    SecondStepController(SecondStep step, OwnFactors factors, Demands demands, Entrance entrance) {
        this.step = step;
        this.factors = factors;
        this.demands = demands;
        this.entrance = entrance;
    }

    @GetMapping
    String show(@RequestParam @Nullable String to, HttpServletRequest request, Model model) {
        return account(request)
                .map(account -> page(model, account, LocalPath.orHome(to), Optional.empty(), 0))
                .orElse("redirect:/sign-in?stale");
    }

    @PostMapping
    @Nullable
    String submit(
            @RequestParam String code,
            @RequestParam @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var half = step.of(request);
        var account = half.flatMap(step::account);
        if (account.isEmpty()) {
            return "redirect:/sign-in?stale";
        }
        var path = LocalPath.orHome(to);
        var who = account.get();
        var result = step.prove(half.orElseThrow(), () -> factors.use(who, code));
        return switch (result) {
            case SignIn.Result.Wait(var wait) -> {
                response.setStatus(429);
                response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
                yield page(model, who, path, Optional.of("signin.wait"), (wait.toSeconds() + 59) / 60);
            }
            case SignIn.Result.Wrong() -> again(request, response, model, who, path);
            case SignIn.Result.Open open -> {
                entrance.lead(request, response, open, path);
                yield null;
            }
            case SignIn.Result.Half _, SignIn.Result.Elsewhere _ -> "redirect:/sign-in?stale";
        };
    }

    private String again(
            HttpServletRequest request, HttpServletResponse response, Model model, Account account, String path) {
        if (step.of(request).isEmpty()) {
            return "redirect:/sign-in?stale";
        }
        response.setStatus(422);
        return page(model, account, path, Optional.of("factor.code.wrong"), 0);
    }

    private Optional<Account> account(HttpServletRequest request) {
        return step.of(request).filter(half -> !half.enrolment()).flatMap(step::account);
    }

    private String page(Model model, Account account, String to, Optional<String> problem, long minutes) {
        model.addAttribute(
                "page",
                new FactorPages.Second(
                        account.email(),
                        to,
                        factors.hasCodes(account),
                        demands.offers(account.id()),
                        problem,
                        minutes));
        return "identity/factors/second";
    }
}
