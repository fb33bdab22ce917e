package relais.integration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import relais.platform.web.Failure;
import relais.platform.web.ProblemDocument;
import relais.records.types.Values;
import relais.ui.Words;
import tools.jackson.databind.node.ObjectNode;

/** Writes problem documents (RFC 9457): a stable code, a sentence in the caller's language, pointers to what is wrong. */
@Component
class ProblemDocuments implements ProblemDocument {
    private static final String REFUSED = "refused.";

    @Override
    public String json(HttpServletRequest request, Failure failure) {
        var code = failure.code().startsWith(REFUSED) ? failure.code().substring(REFUSED.length()) : plain(failure);
        var words = failure.code().startsWith(REFUSED) ? failure.code() : "api." + code;
        var document = document(request, failure.status(), code, words, failure.args());
        if (failure.incident() != null) {
            document.put("incident", failure.incident());
        }
        return Values.json(document);
    }

    private static String plain(Failure failure) {
        return switch (failure.status()) {
            case 400 -> "request.malformed";
            case 401 -> "token.invalid";
            case 403 -> "right.missing";
            case 404 -> "not.found";
            case 405 -> "method.unknown";
            case 406 -> "accept.unknown";
            case 409 -> "conflict";
            case 413 -> "body.large";
            case 415 -> "content.type";
            case 503 -> "database.away";
            case 507 -> "disk.full";
            default -> failure.status() < 500 ? "request.malformed" : "internal";
        };
    }

    void write(ApiProblem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var document = document(request, problem.status(), problem.code(), problem.words(), problem.args());
        if (!problem.flaws().isEmpty()) {
            var errors = document.putArray("errors");
            problem.flaws()
                    .forEach(f -> errors.addObject()
                            .put("pointer", f.pointer())
                            .put("code", f.code())
                            .put("detail", f.detail()));
        }
        document.setAll(problem.more());
        response.resetBuffer();
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/problem+json");
        response.getOutputStream().write(Values.json(document).getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode document(
            HttpServletRequest request, int status, String code, String words, List<Object> args) {
        var document = Values.object();
        document.put("type", "urn:relais:problem:" + code);
        var standard = HttpStatus.resolve(status);
        document.put("title", standard == null ? code : standard.getReasonPhrase());
        document.put("status", status);
        document.put("code", code);
        document.put("detail", Words.in(language(request), words, args.toArray()));
        return document;
    }

    /** Also for failures so early that no face is bound. */
    private static Locale language(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? Locale.FRENCH : Words.nearest(request.getLocale());
    }
}
