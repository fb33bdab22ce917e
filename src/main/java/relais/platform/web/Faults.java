package relais.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns what the filters themselves throw (sign-in, limits) into the same answers as what the pages throw. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Faults extends OncePerRequestFilter {
    private final Answers answers;

    Faults(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (Exception e) {
            answers.to(e, request, response);
        }
    }
}
