package relais.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import relais.platform.tenancy.Ids;

/** Decides which answer an exception gets; none of them shows the exception's text. */
@Component
class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private final Failures failures;
    private final Uploads uploads;

    Answers(Failures failures, Uploads uploads) {
        this.failures = failures;
        this.uploads = uploads;
    }

    void to(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Failure failure = withLimit(failure(e, request), request);
        if (failure.status() == 503) {
            response.setHeader("Retry-After", "3");
        }
        failures.answer(request, response, failure);
    }

    /** Whoever notices that too much was sent: the answer says how much may be. */
    private Failure withLimit(Failure failure, HttpServletRequest request) {
        return failure.status() == 413
                ? new Failure(413, failure.code(), List.of(uploads.limit(request)), null)
                : failure;
    }

    private static Failure failure(Exception e, HttpServletRequest request) {
        for (Throwable cause = e; cause != null; cause = reason(cause)) {
            Failure known = known(cause);
            if (known != null) {
                return known;
            }
        }
        if (e instanceof MultipartException) {
            return Failure.of(400, "error.400");
        }
        String incident = Ids.next().toString().substring(24).toUpperCase(Locale.ROOT);
        LOG.error("Incident {} at {} {}", incident, request.getMethod(), request.getRequestURI(), e);
        return new Failure(500, "error.500", List.of(incident), incident);
    }

    /** When even the rollback failed, the reason is what had gone wrong before it. */
    private static @Nullable Throwable reason(Throwable failure) {
        return failure instanceof TransactionSystemException rollback && rollback.getOriginalException() != null
                ? rollback.getOriginalException()
                : failure.getCause();
    }

    private static @Nullable Failure known(Throwable cause) {
        return switch (cause) {
            case Refused refused -> new Failure(409, "refused." + refused.code(), refused.args(), null);
            case NotFound _ -> Failure.of(404, "error.404");
            case TooLarge _, MaxUploadSizeExceededException _ -> Failure.of(413, "error.413");
            case Crowded _ -> Failure.of(503, "error.503.crowded");
            case DiskFull _ -> Failure.of(507, "error.507");
            case SQLException sql -> ofDatabase(sql);
            case HttpMessageNotReadableException _ -> Failure.of(400, "error.400");
            case MethodArgumentTypeMismatchException _ -> Failure.of(404, "error.404");
            case InvalidParameterException form -> Failure.of(form.getErrorCode(), "error." + form.getErrorCode());
            case IOException io
            when String.valueOf(io.getMessage()).contains("No space left") -> Failure.of(507, "error.507");
            case ErrorResponse known
            when known.getStatusCode().is4xxClientError() ->
                Failure.of(
                        known.getStatusCode().value(),
                        "error." + known.getStatusCode().value());
            default -> null;
        };
    }

    /**
     * The classes of SQLSTATE that are nobody's mistake: away (08, 57), no resources (53), a full disk; and what only two
     * who do the same at the same moment meet, since every rule is checked before: a key twice or gone (23503, 23505), a
     * lock each has of the other (40).
     */
    private static @Nullable Failure ofDatabase(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.equals("53100") || state.equals("25006")) {
            return Failure.of(507, "error.507");
        }
        if (state.equals("23503") || state.equals("23505") || state.startsWith("40")) {
            LOG.warn("Two did the same at once (SQLSTATE {})", state);
            return Failure.of(409, "error.409");
        }
        if (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P") || isOfTheConnection(e)) {
            LOG.warn("The database does not answer: {}", e.getMessage());
            return Failure.of(503, "error.503");
        }
        return null;
    }

    /** The server gives every error of its own a state; without one, the connection itself is what failed. */
    private static boolean isOfTheConnection(SQLException e) {
        return e instanceof SQLTransientConnectionException || e.getSQLState() == null;
    }
}
