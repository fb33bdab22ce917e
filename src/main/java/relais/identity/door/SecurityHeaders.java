package relais.identity.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import relais.platform.web.ProtectiveHeaders;

/** Puts the protective headers on every answer; a page replaces the content policy by its own, with its nonce. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeaders extends OncePerRequestFilter {
    private final PublicUrl url;

    SecurityHeaders(PublicUrl url) {
        this.url = url;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ProtectiveHeaders.on(response);
        if (secret(request)) {
            response.setHeader("Referrer-Policy", "no-referrer");
        }
        if (url.secure(request)) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        chain.doFilter(request, response);
    }

    /** Addresses that are secrets themselves must not travel further. */
    private static boolean secret(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/links/") || path.startsWith("/setup/");
    }
}
