package relais.identity.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import relais.identity.Actor;
import relais.identity.Origin;
import relais.platform.tenancy.Tenancy;

/** Finds out who sends the request and binds them, their rights and their workspace around everything after. */
final class VisitFilter extends OncePerRequestFilter {
    private static final String ASSETS = "/assets/";

    private final Sessions sessions;
    private final Cookies cookies;

    VisitFilter(Sessions sessions, Cookies cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        var scope = ScopedValue.where(Origin.CURRENT, new Origin(request.getRemoteAddr(), agent));
        var visit = request.getRequestURI().startsWith(ASSETS) ? Optional.<Visit>empty() : visit(request);
        if (visit.isPresent()) {
            visit.get().bind(request);
            SecurityContextHolder.getContext().setAuthentication(new SignedIn(visit.get()));
            scope = scope.where(Tenancy.CURRENT, visit.get().workspace().id())
                    .where(Actor.CURRENT, visit.get().actor());
        }
        within(scope, request, response, chain);
    }

    private Optional<Visit> visit(HttpServletRequest request) {
        return cookies.read(request, Cookies.SESSION).flatMap(sessions::visit);
    }

    private static void within(
            ScopedValue.Carrier scope, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            scope.call(() -> {
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
