package relais.identity.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;
import relais.identity.Audit;
import relais.platform.web.Failure;
import relais.platform.web.Failures;

/** Answers those who are not signed in, whose form is stale, or whose form belongs to another workspace. */
@Component
class Denials implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final XorCsrfTokenRequestAttributeHandler FORM = new XorCsrfTokenRequestAttributeHandler();

    private final Failures failures;
    private final Audit audit;

    Denials(Failures failures, Audit audit) {
        this.failures = failures;
        this.audit = audit;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        signIn(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        var visit = Visit.of(request);
        if (visit.isPresent() && fromOtherWorkspace(request, visit.get())) {
            otherWorkspace(request, response);
        } else if (visit.isPresent()) {
            audit.addAnyway(Audit.Kind.DENIED, null, "", request.getMethod() + " " + request.getRequestURI(), code(e));
            failures.answer(
                    request, response, Failure.of(403, e instanceof CsrfException ? "error.403.form" : "error.403"));
        } else if (signingIn(request)) {
            response.sendRedirect("/sign-in?stale");
        } else if (e instanceof CsrfException && anonymousPage(request)) {
            failures.answer(request, response, Failure.of(403, "error.403.form"));
        } else {
            signIn(request, response);
        }
    }

    /** The form or page was opened in another workspace: nothing was done. */
    void otherWorkspace(HttpServletRequest request, HttpServletResponse response) throws IOException {
        failures.answer(request, response, Failure.of(409, "refused.workspace"));
    }

    private static boolean signingIn(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals("/sign-in") || path.startsWith("/sign-in/");
    }

    /** Who looks through a colleague's eyes reads; nothing was done. */
    void onlyViewing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        failures.answer(request, response, Failure.of(409, "refused.viewing"));
    }

    private static boolean anonymousPage(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/links/") || path.startsWith("/setup/") || path.equals("/preferences");
    }

    private static String code(AccessDeniedException e) {
        return e instanceof CsrfException ? "form" : "right";
    }

    private static boolean fromOtherWorkspace(HttpServletRequest request, Visit visit) {
        return visit.workspaces().stream()
                .filter(workspace -> !workspace.id().equals(visit.workspace().id()))
                .map(workspace -> visit.formToken(workspace.id()))
                .anyMatch(token -> token.equals(FORM.resolveCsrfTokenValue(request, FormTokens.token(token))));
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean page = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(401);
            response.setHeader("HX-Redirect", "/sign-in");
        } else if (page && !wantsJson(request)) {
            response.setStatus(302);
            response.setHeader("Location", "/sign-in" + to(request));
        } else {
            failures.answer(request, response, Failure.of(401, "error.401"));
        }
    }

    private static boolean wantsJson(HttpServletRequest request) {
        var accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        return accept.startsWith("application/json");
    }

    private static String to(HttpServletRequest request) {
        var path = request.getRequestURI();
        var query = request.getQueryString();
        var asked = query == null ? path : path + "?" + query;
        return asked.equals("/") ? "" : "?to=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
    }
}
