package relais.integration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import relais.platform.web.Refused;

/** Answers what the API's own controllers refuse; everything else goes the way of all failures. */
@ControllerAdvice(basePackageClasses = ApiAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiAdvice {
    private final ProblemDocuments documents;

    ApiAdvice(ProblemDocuments documents) {
        this.documents = documents;
    }

    @ExceptionHandler
    void problem(ApiProblem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        documents.write(problem, request, response);
    }

    @ExceptionHandler
    void refused(Refused refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        documents.write(ApiProblem.of(refused), request, response);
    }
}
