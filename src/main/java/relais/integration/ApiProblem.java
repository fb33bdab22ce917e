package relais.integration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import relais.platform.web.Refused;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A request that is answered with a problem document. */
final class ApiProblem extends RuntimeException {
    private static final Map<String, Integer> REFUSALS = Map.of(
            "cursor.foreign", 400,
            "sort.unknown", 400,
            "sort.unindexed", 400,
            "criteria.malformed", 400,
            "criteria.large", 400,
            "criteria.operator", 400,
            "list.slow", 422);

    private final int status;
    private final String code;
    private final String words;
    private final transient List<Object> args;
    private final transient List<Flaw> flaws;
    private final transient Map<String, String> headers = new TreeMap<>();
    private final transient ObjectNode more = Values.object();

    /**
     * One thing that is wrong in the request.
     *
     * @param pointer where, as a JSON pointer into the body
     */
    record Flaw(String pointer, String code, String detail) {}

    private ApiProblem(int status, String code, String words, List<Object> args, List<Flaw> flaws) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.words = words;
        this.args = args;
        this.flaws = flaws;
    }

    /** A problem whose sentence is the message {@code api.<code>}. */
    static ApiProblem of(int status, String code, Object... args) {
        return new ApiProblem(status, code, "api." + code, List.of(args), List.of());
    }

    /** A problem of several flaws, whose sentence names the first of them. */
    static ApiProblem with(int status, String code, List<Flaw> flaws) {
        var first = flaws.isEmpty() ? "" : flaws.getFirst().detail();
        return new ApiProblem(status, code, "api.flaws." + code, List.of(flaws.size(), first), List.copyOf(flaws));
    }

    static ApiProblem of(Refused refused) {
        int status = REFUSALS.getOrDefault(refused.code(), 409);
        return new ApiProblem(status, refused.code(), "refused." + refused.code(), refused.args(), List.of());
    }

    /** The same problem, answered with this header too. */
    ApiProblem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** The same problem, with this member in its document. */
    ApiProblem member(String name, JsonNode value) {
        more.set(name, value);
        return this;
    }

    /** The same problem of a part of the body, which lies at this pointer. */
    ApiProblem below(String pointer) {
        var placed = flaws.stream()
                .map(f -> new Flaw(pointer + f.pointer(), f.code(), f.detail()))
                .toList();
        return new ApiProblem(status, code, words, args, placed);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String words() {
        return words;
    }

    List<Object> args() {
        return args;
    }

    List<Flaw> flaws() {
        return flaws;
    }

    ObjectNode more() {
        return more;
    }

    Map<String, String> headers() {
        return headers;
    }
}
