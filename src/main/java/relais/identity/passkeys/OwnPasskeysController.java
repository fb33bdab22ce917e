package relais.identity.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.identity.account.Devices;
import relais.identity.door.Errands;
import relais.identity.door.ProofAnew;
import relais.identity.door.Visit;
import relais.platform.text.Visible;
import relais.platform.web.Refused;
import relais.ui.Toasts;
import relais.ui.Words;
import tools.jackson.databind.json.JsonMapper;

/** One's own passkeys. */
@Controller
@RequestMapping("/account/passkeys")
class OwnPasskeysController {
    private static final String ERRAND = "new-passkey";
    private static final int LONGEST = 80;

    private final Passkeys passkeys;
    private final OwnPasskeys own;
    private final Ceremonies ceremonies;
    private final ProofAnew proof;
    private final Errands errands;

    OwnPasskeysController(Passkeys passkeys, OwnPasskeys own, Ceremonies ceremonies, ProofAnew proof, Errands errands) {
        this.passkeys = passkeys;
        this.own = own;
        this.ceremonies = ceremonies;
        this.proof = proof;
        this.errands = errands;
    }

    @GetMapping
    String show(HttpServletRequest request, Model model) {
        return page(request, model, Optional.empty());
    }

    /** What the browser needs to make a passkey, once the person proved again who they are. */
    @PostMapping("/options")
    ResponseEntity<String> options(
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var visit = visit(request);
        if (!proof.of(visit, password)) {
            return no("account.password.wrong");
        }
        var account = visit.account();
        var challenge = Challenge.fresh(account.id());
        errands.give(request, response, ERRAND, challenge.json());
        return json(200, ceremonies.making(challenge, account, passkeys.of(account.id())));
    }

    @PostMapping
    ResponseEntity<String> add(
            @RequestBody String made,
            @RequestParam String name,
            HttpServletRequest request,
            HttpServletResponse response) {
        var visit = visit(request);
        var challenge = errands.takeBack(request, response, ERRAND)
                .flatMap(Challenge::of)
                .filter(one -> visit.account().id().equals(one.account()));
        if (challenge.isEmpty()) {
            return no("signin.stale");
        }
        try {
            var passkey = ceremonies.made(made, challenge.get(), visit.account().id(), named(name));
            own.add(visit.account(), passkey, Optional.of(visit.session()));
        } catch (Unproved unproved) {
            return no("passkey.unmade");
        }
        Toasts.plain(response, Words.t("passkey.added"));
        return json(200, "{\"to\":\"/account/passkeys\"}");
    }

    @PostMapping("/{id}")
    void rename(
            @PathVariable UUID id,
            @RequestParam String name,
            HttpServletRequest request,
            HttpServletResponse response) {
        own.rename(visit(request).account(), id, named(name));
        back(response, "passkey.renamed");
    }

    @PostMapping("/{id}/removal")
    @Nullable
    String remove(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!proof.of(visit(request), password)) {
            response.setStatus(422);
            return page(request, model, Optional.of("account.password.wrong"));
        }
        own.remove(visit(request), id);
        back(response, "passkey.removed");
        return null;
    }

    private String page(HttpServletRequest request, Model model, Optional<String> problem) {
        var account = visit(request).account();
        var rows = passkeys.of(account.id()).stream().map(PasskeyPages.Row::of).toList();
        var here = Devices.name(
                Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
        model.addAttribute(
                "page", new PasskeyPages.Own(rows, account.passwordHash().isPresent(), here, problem));
        return "identity/passkeys/own";
    }

    private static String named(String name) {
        if (Visible.nothing(name) || name.length() > LONGEST) {
            throw new Refused("passkey.name");
        }
        return name.strip();
    }

    private static ResponseEntity<String> no(String key) {
        return json(422, JsonMapper.shared().writeValueAsString(Map.of("message", Words.t(key))));
    }

    private static ResponseEntity<String> json(int status, String body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private static void back(HttpServletResponse response, String key) {
        Toasts.plain(response, Words.t(key));
        response.setStatus(303);
        response.setHeader("Location", "/account/passkeys");
    }

    private static Visit visit(HttpServletRequest request) {
        return Visit.of(request).orElseThrow();
    }
}
