package relais.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import relais.platform.web.Failure;
import relais.platform.web.Failures;

/** Answers what the actor's role does not allow: 403, a plain sentence, and a line in the audit. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ForbiddenAnswers {
    private final Failures failures;
    private final Audit audit;

    ForbiddenAnswers(Failures failures, Audit audit) {
        this.failures = failures;
        this.audit = audit;
    }

    @ExceptionHandler
    void forbidden(Forbidden e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = request.getMethod() + " " + request.getRequestURI();
        audit.addAnyway(Audit.Kind.DENIED, null, "", asked, e.object() + " " + e.action());
        failures.answer(request, response, Failure.of(403, "error.403"));
    }
}
