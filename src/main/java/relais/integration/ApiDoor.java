package relais.integration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import relais.identity.Actor;
import relais.identity.Origin;
import relais.identity.tokens.AccessTokens;
import relais.identity.tokens.Pass;
import relais.platform.tenancy.Tenancy;

/** Lets programs in by their token and binds workspace and actor; cookies mean nothing here. */
final class ApiDoor extends OncePerRequestFilter {
    private static final String BEARER = "bearer ";

    private final AccessTokens tokens;
    private final Crowd crowd;
    private final Pace pace;
    private final ProblemDocuments documents;

    ApiDoor(AccessTokens tokens, Crowd crowd, Pace pace, ProblemDocuments documents) {
        this.tokens = tokens;
        this.crowd = crowd;
        this.pace = pace;
        this.documents = documents;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var place = crowd.enter(secret(request).orElse(request.getRemoteAddr()))) {
            var pass = secret(request).flatMap(tokens::pass);
            if (pass.isEmpty()) {
                throw ApiProblem.of(401, "token.invalid").header("WWW-Authenticate", "Bearer realm=\"Relais\"");
            }
            pace.count(pass.get().token().id()).headers().forEach(response::setHeader);
            within(pass.get(), request, response, chain);
        } catch (ApiProblem problem) {
            documents.write(problem, request, response);
        }
    }

    private static Optional<String> secret(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(h -> h.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(h -> h.substring(BEARER.length()).strip());
    }

    private static void within(Pass pass, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var actor = pass.actor();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(actor.id(), "", List.of()));
        var agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        var origin = new Origin(request.getRemoteAddr(), agent, pass.token().name());
        try {
            ScopedValue.where(Origin.CURRENT, origin)
                    .where(Tenancy.CURRENT, actor.workspace())
                    .where(Actor.CURRENT, actor)
                    .where(Pass.CURRENT, pass)
                    .call(() -> {
                        chain.doFilter(request, response);
                        return true;
                    });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
