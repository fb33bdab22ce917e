package relais.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import relais.platform.tenancy.Tenancy;

/**
 * Tells signed-in people how long the server took for an answer: from the request's arrival at the first filter until the
 * answer is ready to be sent, in milliseconds. Browsers show it among the timings of a page, and the bench reads it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ServerTiming extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Timed(response));
    }

    private static final class Timed extends WhenReady {
        private final long begun = System.nanoTime();
        private boolean told;

        Timed(HttpServletResponse response) {
            super(response);
        }

        /** Strangers learn nothing from it. */
        @Override
        void ready() {
            if (!told && Tenancy.CURRENT.isBound()) {
                told = true;
                double millis = (System.nanoTime() - begun) / 1e6;
                setHeader("Server-Timing", "total;dur=" + String.format(Locale.ROOT, "%.2f", millis));
            }
        }
    }
}
