package relais.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers {@code GET /health} before everything else: 200 when the database answers, 503 otherwise. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Health extends OncePerRequestFilter {
    private final DataSource dataSource;

    Health(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!"/health".equals(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        boolean up = databaseAnswers();
        response.setStatus(up ? 200 : 503);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        if (!up) {
            response.setHeader("Retry-After", "3");
        }
        response.getWriter().write(up ? "{\"status\":\"up\"}" : "{\"status\":\"the database does not answer\"}");
    }

    private boolean databaseAnswers() {
        try (var connection = dataSource.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }
}
