package relais.identity.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.identity.door.Entrance;
import relais.identity.door.Errands;
import relais.identity.door.SecondStep;
import relais.identity.door.SignIn;
import relais.platform.web.LocalPath;
import relais.ui.Words;

/** Signing in with a passkey: the script of the page asks here what to sign, and brings the signature. */
@Controller
@RequestMapping("/sign-in/passkey")
class PasskeySignInController {
    static final String ERRAND = "passkey";

    private final PasskeySignIn signIn;
    private final SecondStep step;
    private final Errands errands;
    private final Entrance entrance;

    PasskeySignInController(PasskeySignIn signIn, SecondStep step, Errands errands, Entrance entrance) {
        this.signIn = signIn;
        this.step = step;
        this.errands = errands;
        this.entrance = entrance;
    }

    /** For browsers in which the button of the page before did nothing. */
    @GetMapping
    String show(@RequestParam @Nullable String to, Model model) {
        model.addAttribute("to", LocalPath.orHome(to));
        return "identity/passkeys/enter";
    }

    @PostMapping("/options")
    ResponseEntity<String> options(HttpServletRequest request, HttpServletResponse response) {
        var challenge = Challenge.fresh(null);
        errands.give(request, response, ERRAND, challenge.json());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(signIn.options(challenge, step.of(request)));
    }

    @PostMapping
    ResponseEntity<Map<String, String>> enter(
            @RequestBody String signed,
            @RequestParam @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var challenge = errands.takeBack(request, response, ERRAND)
                .flatMap(Challenge::of)
                .filter(one -> one.account() == null);
        if (challenge.isEmpty()) {
            return no("signin.stale", 0);
        }
        return switch (signIn.enter(signed, challenge.get(), step.of(request))) {
            case SignIn.Result.Open open -> {
                entrance.enter(request, response, open);
                yield said(200, Map.of("to", LocalPath.orHome(to)));
            }
            case SignIn.Result.Wait(var wait) -> no("signin.wait", (wait.toSeconds() + 59) / 60);
            case SignIn.Result.Elsewhere _ -> no("signin.provider.only", 0);
            case SignIn.Result.Wrong _, SignIn.Result.Half _ -> no("passkey.unknown", 0);
        };
    }

    private static ResponseEntity<Map<String, String>> no(String key, long minutes) {
        return said(422, Map.of("message", Words.t(key, minutes)));
    }

    private static ResponseEntity<Map<String, String>> said(int status, Map<String, String> body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
