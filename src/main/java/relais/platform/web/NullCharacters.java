package relais.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses parameters with the null character, which no text in the database can hold. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 9) // the visitor and their language are known by now
class NullCharacters extends OncePerRequestFilter {
    private final Failures failures;

    NullCharacters(Failures failures) {
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (readable(request)) {
            chain.doFilter(request, response);
        } else {
            failures.answer(request, response, Failure.of(400, "error.400.null"));
        }
    }

    private static boolean readable(HttpServletRequest request) {
        try {
            return request.getParameterMap().entrySet().stream()
                    .flatMap(e -> Stream.concat(Stream.of(e.getKey()), Stream.of(e.getValue())))
                    .noneMatch(text -> text != null && text.indexOf('\0') >= 0);
        } catch (RequestRejectedException name) {
            return false; // the firewall in front refuses control characters in names
        }
    }
}
