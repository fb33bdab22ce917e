package relais.identity.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what was asked from a page of another workspace than the session is in now, or with borrowed eyes. */
final class WorkspaceFilter extends OncePerRequestFilter {
    private final Denials denials;

    WorkspaceFilter(Denials denials) {
        this.denials = denials;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = Optional.ofNullable(request.getHeader("X-Workspace")).filter(sent -> !sent.isEmpty());
        var visit = Visit.of(request);
        if (visit.isPresent()
                && header.isPresent()
                && !header.get().equals(visit.get().workspace().id().toString())) {
            denials.otherWorkspace(request, response);
            return;
        }
        if (visit.isPresent() && visit.get().viewing() && !Viewing.allows(request)) {
            denials.onlyViewing(request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}
