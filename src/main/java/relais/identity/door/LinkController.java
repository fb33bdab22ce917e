package relais.identity.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.identity.Account;
import relais.identity.Accounts;
import relais.identity.Workspace;

/** The page behind a one-time link. */
@Controller
class LinkController {
    private final Invitations invitations;
    private final PasswordPolicy policy;
    private final OwnPassword passwords;
    private final Places places;
    private final Accounts accounts;
    private final Opening opening;
    private final Entrance entrance;

    LinkController(
            Invitations invitations,
            PasswordPolicy policy,
            OwnPassword passwords,
            Places places,
            Accounts accounts,
            Opening opening,
            Entrance entrance) {
        this.invitations = invitations;
        this.policy = policy;
        this.passwords = passwords;
        this.places = places;
        this.accounts = accounts;
        this.opening = opening;
        this.entrance = entrance;
    }

    @GetMapping("/links/{token}")
    String show(@PathVariable String token, HttpServletResponse response, Model model) {
        return invitations
                .find(token)
                .map(opened -> page(model, token, opened, null))
                .orElseGet(() -> expired(response));
    }

    @PostMapping("/links/{token}")
    @Nullable
    String submit(
            @PathVariable String token,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var found = invitations.find(token);
        if (found.isEmpty()) {
            return expired(response);
        }
        var opened = found.get();
        var problem = problem(opened, password);
        if (problem.isPresent()) {
            response.setStatus(422);
            return page(model, token, opened, problem.get());
        }
        if (!invitations.take(token, opened, password)) {
            return expired(response);
        }
        enter(opened, request, response);
        return null;
    }

    private Optional<String> problem(Invitations.Opened opened, String password) {
        var account = opened.account();
        if (opened.known()) {
            return passwords.proves(account, password) ? Optional.empty() : Optional.of("account.password.wrong");
        }
        return policy.problem(password, account.email(), account.name());
    }

    private void enter(Invitations.Opened opened, HttpServletRequest request, HttpServletResponse response) {
        var account = accounts.find(opened.account().id()).orElse(opened.account());
        var place = opened.workspace().filter(workspace -> mayEnter(account, workspace));
        response.setStatus(303);
        response.setHeader("Location", "/");
        place.or(() -> places.of(account.id()).stream().findFirst())
                .ifPresent(workspace ->
                        entrance.lead(request, response, opening.proved(account, workspace, Proof.LINK), "/"));
    }

    private boolean mayEnter(Account account, Workspace workspace) {
        return places.of(account.id()).contains(workspace);
    }

    private static String page(Model model, String token, Invitations.Opened opened, @Nullable String problem) {
        var workspace = opened.workspace().map(Workspace::name).orElse("");
        model.addAttribute(
                "page",
                new LinkPages.Show(
                        token,
                        opened.account().email(),
                        workspace,
                        opened.workspace().isPresent(),
                        opened.known(),
                        problem));
        return "identity/door/link";
    }

    private static String expired(HttpServletResponse response) {
        response.setStatus(410);
        return "identity/door/link-expired";
    }
}
