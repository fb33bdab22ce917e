package relais.integration;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

/** What the headers and parameters of a request to the API say. */
final class ApiRequest {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private ApiRequest() {}

    /** Refuses parameters that mean nothing here: a filter with a typing error must not show everything. */
    static void only(HttpServletRequest request, String... known) {
        var names = Set.of(known);
        request.getParameterMap().keySet().stream()
                .filter(n -> !names.contains(n))
                .findFirst()
                .ifPresent(n -> {
                    throw ApiProblem.of(400, "parameter.unknown", n);
                });
    }

    /** The version that the caller saw, null when any will do. */
    static @Nullable Integer expected(HttpServletRequest request) {
        var header = request.getHeader("If-Match");
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        var tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw ApiProblem.of(400, "if-match.malformed");
        }
        return Integer.valueOf(tag.group(1));
    }

    /** The key under which the caller may ask again, null when there is none. */
    static @Nullable String key(HttpServletRequest request) {
        var key = request.getHeader("Idempotency-Key");
        if (key != null && !KEY.matcher(key).matches()) {
            throw ApiProblem.of(400, "idempotency.key");
        }
        return key;
    }

    /** The same for the same request, whatever the order of its members. */
    static String fingerprint(HttpServletRequest request, ObjectNode body) {
        var text = String.join(
                "\n",
                request.getMethod(),
                request.getRequestURI(),
                String.valueOf(request.getHeader("If-Match")),
                Values.canonical(body));
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
