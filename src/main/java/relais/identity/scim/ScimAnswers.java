package relais.identity.scim;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import relais.identity.Forbidden;
import relais.identity.door.Tokens;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes resources, lists and errors as SCIM wants them. */
@ControllerAdvice(basePackageClasses = ScimAnswers.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ScimAnswers {
    private static final String MESSAGES = "urn:ietf:params:scim:api:messages:2.0:";
    private static final String TYPE = "application/scim+json";

    /** One resource with its version; unchanged since the caller read it, it is not sent again. */
    static void resource(HttpServletRequest request, HttpServletResponse response, int status, ObjectNode resource)
            throws IOException {
        var version = version(resource);
        resource.withObject("meta").put("version", version);
        response.setHeader("ETag", version);
        var meta = resource.path("meta").path("location").asString("");
        if (status == 201) {
            response.setHeader("Location", meta);
        }
        if (request.getMethod().equals("GET") && version.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(304);
            return;
        }
        write(response, status, resource);
    }

    /** Refuses a change of something that changed since the caller read it. */
    static void unchanged(HttpServletRequest request, ObjectNode resource) {
        var known = request.getHeader("If-Match");
        if (known != null && !known.equals("*") && !known.equals(version(resource))) {
            throw ScimProblem.of(412, "", "The resource changed since it was read.");
        }
    }

    /** A page of these resources. */
    static void list(HttpServletResponse response, List<ObjectNode> all, ScimPage page) throws IOException {
        var shown =
                all.stream().skip(page.startIndex() - 1L).limit(page.count()).toList();
        var list = JsonMapper.shared().createObjectNode();
        list.putArray("schemas").add(MESSAGES + "ListResponse");
        list.put("totalResults", all.size());
        list.put("startIndex", page.startIndex());
        list.put("itemsPerPage", shown.size());
        var resources = list.putArray("Resources");
        shown.forEach(one -> {
            one.withObject("meta").put("version", version(one));
            resources.add(one);
        });
        write(response, 200, list);
    }

    static void write(HttpServletResponse response, int status, JsonNode body) throws IOException {
        response.setStatus(status);
        response.setContentType(TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    static void error(HttpServletResponse response, int status, String type, @Nullable String detail)
            throws IOException {
        var error = JsonMapper.shared().createObjectNode();
        error.putArray("schemas").add(MESSAGES + "Error");
        error.put("status", String.valueOf(status));
        if (!type.isEmpty()) {
            error.put("scimType", type);
        }
        error.put("detail", detail == null ? "" : detail);
        response.resetBuffer();
        write(response, status, error);
    }

    private static String version(ObjectNode resource) {
        var content = resource.deepCopy();
        content.withObject("meta").remove("version");
        return "W/\"" + Tokens.digest(content.toString()).substring(0, 16) + "\"";
    }

    @ExceptionHandler
    void problem(ScimProblem problem, HttpServletResponse response) throws IOException {
        error(response, problem.status(), problem.type(), problem.detail());
    }

    @ExceptionHandler
    void refused(Refused refused, HttpServletResponse response) throws IOException {
        var words = Words.in(
                Locale.ENGLISH, "refused." + refused.code(), refused.args().toArray());
        error(response, 409, "", words);
    }

    @ExceptionHandler
    void absent(NotFound absent, HttpServletResponse response) throws IOException {
        error(response, 404, "", "There is no such resource.");
    }

    @ExceptionHandler
    void forbidden(Forbidden forbidden, HttpServletResponse response) throws IOException {
        error(response, 403, "", "The person of this token does not administer the workspace.");
    }
}
