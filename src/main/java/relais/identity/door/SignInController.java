package relais.identity.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

    SignInController(SignIn signIn, Entrance entrance) {
        this.signIn = signIn;
        this.entrance = entrance;
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
        return page(model, new SignInPages.Form("", LocalPath.orHome(to), problem, 0));
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
        return switch (signIn.attempt(email, password, entrance.device(request))) {
            case SignIn.Result.Open open -> {
                entrance.enter(request, response, open);
                response.setStatus(303);
                response.setHeader("Location", path);
                yield null;
            }
            case SignIn.Result.Wrong() -> {
                response.setStatus(422);
                yield page(model, new SignInPages.Form(email, path, Optional.of("signin.wrong"), 0));
            }
            case SignIn.Result.Wait(var wait) -> {
                response.setStatus(429);
                response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
                long minutes = (wait.toSeconds() + 59) / 60;
                yield page(model, new SignInPages.Form(email, path, Optional.of("signin.wait"), minutes));
            }
        };
    }

    @ExceptionHandler
    String crowded(Crowded e, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(503);
        response.setHeader("Retry-After", "5");
        var email = Optional.ofNullable(request.getParameter("email")).orElse("");
        var to = LocalPath.orHome(request.getParameter("to"));
        return page(model, new SignInPages.Form(email, to, Optional.of("signin.crowded"), 0));
    }

    private static String page(Model model, SignInPages.Form form) {
        model.addAttribute("form", form);
        return "identity/door/sign-in";
    }
}
