package relais.identity.scim;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Actors;
import relais.identity.Grants;
import relais.identity.Origin;
import relais.identity.tokens.AccessTokens;
import relais.identity.tokens.Pass;
import relais.platform.tenancy.Tenancy;

/** Lets a directory in by a token with the scope of SCIM, whose person administers the workspace. */
final class ScimDoor extends OncePerRequestFilter {
    private static final String BEARER = "bearer ";
    private static final Grants EVERYTHING = new Grants(Map.of("*", EnumSet.allOf(Action.class)));

    private final AccessTokens tokens;
    private final Actors actors;
    private final ScimPace pace;

    ScimDoor(AccessTokens tokens, Actors actors, ScimPace pace) {
        this.tokens = tokens;
        this.actors = actors;
        this.pace = pace;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var pass = secret(request).flatMap(tokens::pass);
        if (pass.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"Relais\"");
            ScimAnswers.error(response, 401, "", "The token is missing, unknown or no longer valid.");
            return;
        }
        var wait = pace.count(pass.get().token().id());
        if (wait > 0) {
            response.setHeader("Retry-After", Long.toString(wait));
            ScimAnswers.error(response, 429, "", "Too many requests.");
            return;
        }
        var actor = ScopedValue.where(Tenancy.CURRENT, pass.get().token().workspace())
                .call(() -> actors.user(pass.get().token().account()))
                .map(person -> person.as(Actor.Kind.API, EVERYTHING));
        if (!pass.get().covers(ScimScope.OBJECT, Action.UPDATE)
                || actor.filter(one -> one.may("workspace", Action.CONFIGURE)).isEmpty()) {
            ScimAnswers.error(
                    response, 403, "", "The token needs the scope scim, of somebody who administers the workspace.");
            return;
        }
        within(pass.get(), actor.get(), request, response, chain);
    }

    private static Optional<String> secret(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(h -> h.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(h -> h.substring(BEARER.length()).strip());
    }

    private static void within(
            Pass pass, Actor actor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
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
