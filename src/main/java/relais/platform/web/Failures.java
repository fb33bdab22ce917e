package relais.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Writes a failure in the form the caller understands: a page, a fragment or a problem document (RFC 9457). */
@Component
public class Failures {
    private final ObjectProvider<ErrorPage> pages;
    private final ObjectProvider<ProblemDocument> documents;
    private final ObjectMapper json;

    Failures(ObjectProvider<ErrorPage> pages, ObjectProvider<ProblemDocument> documents, ObjectMapper json) {
        this.pages = pages;
        this.documents = documents;
        this.json = json;
    }

    /** Answers the request with this failure. */
    public void answer(HttpServletRequest request, HttpServletResponse response, Failure failure) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(failure.status());
        response.setHeader("Cache-Control", "no-store");
        ErrorPage page = pages.getIfAvailable();
        if (page == null || wantsJson(request)) {
            write(response, "application/problem+json", problem(request, failure));
        } else {
            write(response, "text/html;charset=UTF-8", page.html(request, response, failure));
        }
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return request.getRequestURI().startsWith("/api/") || (accept != null && accept.startsWith("application/json"));
    }

    private String problem(HttpServletRequest request, Failure failure) {
        var document = documents.getIfAvailable();
        return document == null ? json.writeValueAsString(plain(failure)) : document.json(request, failure);
    }

    private static LinkedHashMap<String, Object> plain(Failure failure) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", failure.code());
        problem.put("status", failure.status());
        problem.put("code", failure.code());
        if (failure.incident() != null) {
            problem.put("incident", failure.incident());
        }
        return problem;
    }

    private static void write(HttpServletResponse response, String type, String body) throws IOException {
        response.setContentType(type);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
