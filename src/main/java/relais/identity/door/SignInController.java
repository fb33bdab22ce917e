package relais.identity.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.platform.web.Crowded;
import relais.platform.web.LocalPath;

/** The sign-in page. */
@Controller
class SignInController {
    private final SignIn signIn;
    private final Entrance entrance;
    private final List<SignInWay> ways;

    SignInController(SignIn signIn, Entrance entrance, List<SignInWay> ways) {
        this.signIn = signIn;
        this.entrance = entrance;
        this.ways = ways;
    }

    @GetMapping("/sign-in")
    String show(
            @RequestParam @Nullable String to,
            @RequestParam @Nullable String stale,
            HttpServletRequest request,
            Model model) {
        if (Visit.of(request).isPresent()) {
            return "redirect:" + LocalPath.orHome(to);
        }
        var problem = stale == null ? Optional.<String>empty() : Optional.of("signin.stale");
        return page(model, "", LocalPath.orHome(to), problem, 0);
    }

    @PostMapping("/sign-in")
    @Nullable
    String submit(
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var path = LocalPath.orHome(to);
        var result = signIn.attempt(email, password, entrance.device(request));
        return switch (result) {
            case SignIn.Result.Open open -> {
                entrance.lead(request, response, open, path);
                yield null;
            }
            case SignIn.Result.Half half -> {
                entrance.lead(request, response, half, path);
                yield null;
            }
            case SignIn.Result.Wrong() -> {
                response.setStatus(422);
                yield page(model, email, path, Optional.of("signin.wrong"), 0);
            }
            case SignIn.Result.Elsewhere() -> {
                response.setStatus(422);
                yield page(model, email, path, Optional.of("signin.provider.only"), 0);
            }
            case SignIn.Result.Wait(var wait) -> {
                response.setStatus(429);
                response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
                long minutes = (wait.toSeconds() + 59) / 60;
                yield page(model, email, path, Optional.of("signin.wait"), minutes);
            }
        };
    }

    @ExceptionHandler
    String crowded(Crowded e, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(503);
        response.setHeader("Retry-After", "5");
        var email = Optional.ofNullable(request.getParameter("email")).orElse("");
        var to = LocalPath.orHome(request.getParameter("to"));
        return page(model, email, to, Optional.of("signin.crowded"), 0);
    }

    private String page(Model model, String email, String to, Optional<String> problem, long minutes) {
        var offers = ways.stream().flatMap(way -> way.offers(to).stream()).toList();
        model.addAttribute("form", new SignInPages.Form(email, to, problem, minutes, offers));
        return "identity/door/sign-in";
    }
}
