package relais.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import relais.platform.tenancy.Ids;

/** The one place where exceptions become answers; none of them shows an exception's text. */
@ControllerAdvice
class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private final Failures failures;

    Errors(Failures failures) {
        this.failures = failures;
    }

    @ExceptionHandler
    void refused(Refused e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        failures.answer(request, response, new Failure(409, "refused." + e.code(), e.args(), null));
    }

    @ExceptionHandler
    void notFound(NotFound e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        failures.answer(request, response, Failure.of(404, "error.404"));
    }

    @ExceptionHandler
    void tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        failures.answer(request, response, Failure.of(413, "error.413"));
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        CannotGetJdbcConnectionException.class,
        DataAccessResourceFailureException.class
    })
    void databaseAway(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.warn("The database does not answer: {}", e.getMessage());
        response.setHeader("Retry-After", "3");
        failures.answer(request, response, Failure.of(503, "error.503"));
    }

    @ExceptionHandler
    void anything(Exception e, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (e instanceof org.springframework.security.access.AccessDeniedException
                || e instanceof org.springframework.security.core.AuthenticationException) {
            throw e;
        }
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            int status = known.getStatusCode().value();
            failures.answer(request, response, Failure.of(status, "error." + status));
            return;
        }
        String incident = Ids.next().toString().substring(24).toUpperCase(Locale.ROOT);
        LOG.error("Incident {} at {} {}", incident, request.getMethod(), request.getRequestURI(), e);
        failures.answer(request, response, new Failure(500, "error.500", List.of(incident), incident));
    }
}
