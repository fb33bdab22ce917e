package relais.identity.scim;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a directory sends: one JSON object, neither deep nor long. */
final class ScimBody {
    private static final int LONGEST = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxStringLength(100_000)
                            .maxDocumentLength(LONGEST)
                            .build())
                    .build())
            .build();

    private ScimBody() {}

    static ObjectNode read(HttpServletRequest request) throws IOException {
        var type = String.valueOf(request.getContentType());
        if (!type.startsWith("application/scim+json") && !type.startsWith("application/json")) {
            throw ScimProblem.of(415, "", "Send application/scim+json.");
        }
        var bytes = request.getInputStream().readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw ScimProblem.of(413, "", "The body is longer than a megabyte.");
        }
        try {
            if (JSON.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
            throw ScimProblem.syntax("The body must be a JSON object.");
        } catch (JacksonException malformed) {
            throw ScimProblem.syntax("The body is no JSON, or too deep.");
        }
    }
}
