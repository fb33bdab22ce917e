package relais.integration;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON that comes from outside, strictly. */
final class ApiBody {
    private static final int DEEP = 64;
    private static final int LONG_TEXT = 400_000;
    private static final Set<String> TYPES = Set.of("application/json", "application/merge-patch+json");
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEP)
                            .maxStringLength(LONG_TEXT)
                            .maxNumberLength(100)
                            .maxNameLength(1_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ApiBody() {}

    /** The object in the body; refuses any other content. */
    static ObjectNode object(HttpServletRequest request) {
        var type = Optional.ofNullable(request.getContentType())
                .orElse("")
                .split(";")[0]
                .strip();
        if (!TYPES.contains(type.toLowerCase(Locale.ROOT)) || request.getHeader("Content-Encoding") != null) {
            throw ApiProblem.of(415, "content.type");
        }
        return object(bytes(request));
    }

    private static byte[] bytes(HttpServletRequest request) {
        try {
            return request.getInputStream().readAllBytes();
        } catch (IOException broken) {
            throw ApiProblem.of(400, "json.malformed", 1, 1);
        }
    }

    /** The object in this text. */
    static ObjectNode object(byte[] json) {
        try {
            if (STRICT.readTree(json) instanceof ObjectNode object) {
                check(object);
                return object;
            }
            throw ApiProblem.of(400, "json.object");
        } catch (StreamConstraintsException large) {
            throw ApiProblem.of(400, "json.limits", DEEP, LONG_TEXT);
        } catch (JacksonException malformed) {
            var at = malformed.getLocation();
            throw ApiProblem.of(
                    400, "json.malformed", at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
        }
    }

    /** The null character and halves of characters can't be stored, nor compared with anything stored. */
    private static void check(JsonNode node) {
        if (node.isString() && unstorable(node.asString())) {
            throw ApiProblem.of(400, "json.character");
        }
        node.forEach(ApiBody::check);
    }

    private static boolean unstorable(String text) {
        return text.codePoints().anyMatch(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF);
    }

    /** The text of a query parameter that holds an object. */
    static ObjectNode object(String json) {
        return object(json.getBytes(StandardCharsets.UTF_8));
    }
}
