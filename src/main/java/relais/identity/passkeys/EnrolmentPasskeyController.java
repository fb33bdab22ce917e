package relais.identity.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.identity.account.Devices;
import relais.identity.door.Demands;
import relais.identity.door.Entrance;
import relais.identity.door.Errands;
import relais.identity.door.HalfSignIn;
import relais.identity.door.Proof;
import relais.identity.door.SecondStep;
import relais.identity.door.SignIn;
import relais.platform.web.LocalPath;
import relais.ui.Words;
import tools.jackson.databind.json.JsonMapper;

/** Choosing a passkey on the way in, because the workspace demands a second factor. */
@Controller
@RequestMapping("/sign-in/enrolment/passkey")
class EnrolmentPasskeyController {
    private static final String ERRAND = "first-passkey";

    private final SecondStep step;
    private final Demands demands;
    private final OwnPasskeys own;
    private final Ceremonies ceremonies;
    private final Errands errands;
    private final Entrance entrance;

    EnrolmentPasskeyController(
            SecondStep step,
            Demands demands,
            OwnPasskeys own,
            Ceremonies ceremonies,
            Errands errands,
            Entrance entrance) {
        this.step = step;
        this.demands = demands;
        this.own = own;
        this.ceremonies = ceremonies;
        this.errands = errands;
        this.entrance = entrance;
    }

    @PostMapping("/options")
    ResponseEntity<String> options(HttpServletRequest request, HttpServletResponse response) {
        var account = waiting(request).flatMap(step::account);
        if (account.isEmpty()) {
            return json(422, message("signin.stale"));
        }
        var challenge = Challenge.fresh(account.get().id());
        errands.give(request, response, ERRAND, challenge.json());
        return json(200, ceremonies.making(challenge, account.get(), List.of()));
    }

    @PostMapping
    ResponseEntity<String> make(
            @RequestBody String made,
            @RequestParam @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var half = waiting(request);
        var challenge = errands.takeBack(request, response, ERRAND)
                .flatMap(Challenge::of)
                .filter(one -> half.isPresent() && half.get().account().equals(one.account()));
        if (half.isEmpty() || challenge.isEmpty()) {
            return json(422, message("signin.stale"));
        }
        var name = Devices.name(
                Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
        var result = step.prove(half.get(), () -> added(half.get(), challenge.get(), made, name));
        if (result instanceof SignIn.Result.Open open) {
            entrance.enter(request, response, open);
            return json(200, JsonMapper.shared().writeValueAsString(Map.of("to", LocalPath.orHome(to))));
        }
        return json(422, message("passkey.unmade"));
    }

    private Optional<Proof> added(HalfSignIn half, Challenge challenge, String made, String name) {
        try {
            var passkey = ceremonies.made(made, challenge, half.account(), name);
            return step.account(half).map(account -> {
                own.add(account, passkey, Optional.empty());
                return Proof.KEY;
            });
        } catch (Unproved unproved) {
            return Optional.empty();
        }
    }

    /** Nobody chooses a second factor who has one by now. */
    private Optional<HalfSignIn> waiting(HttpServletRequest request) {
        return step.of(request).filter(half -> half.enrolment() && !demands.enrolled(half.account()));
    }

    private static String message(String key) {
        return JsonMapper.shared().writeValueAsString(Map.of("message", Words.t(key)));
    }

    private static ResponseEntity<String> json(int status, String body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
