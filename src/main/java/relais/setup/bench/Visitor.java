package relais.setup.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One client: signs in as a person does, keeps its cookies, and fails on any answer that is not a success. */
final class Visitor implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern DURATION = Pattern.compile("dur=([0-9.]+)");
    private static final String BOUNDARY = "----relais-load";
    private static final byte[] NOTHING = {};

    private final Wire wire;
    private final String bearer;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";
    private long served;

    private Visitor(String base, String bearer) {
        this.wire = new Wire(base);
        this.bearer = bearer;
    }

    /** A person who signed in here, and who holds this token of the API too. */
    static Visitor signedIn(String base, String email, String password, String bearer) {
        var visitor = new Visitor(base, bearer);
        visitor.remember(visitor.get("/sign-in"));
        visitor.post("/sign-in", "email", email, "password", password);
        visitor.remember(visitor.get("/account"));
        return visitor;
    }

    private void remember(String page) {
        var found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("No page with a form was shown");
        }
        token = found.group(1);
    }

    /** The page at this path. */
    String get(String path) {
        return page("GET", path, List.of(), NOTHING).body();
    }

    /** What htmx gets at this path. */
    String fragment(String path) {
        return page("GET", path, List.of(new Wire.Header("HX-Request", "true")), NOTHING)
                .body();
    }

    /** Sends a form; pairs are name, value. */
    Wire.Reply post(String path, String... pairs) {
        var all = Arrays.copyOf(pairs, pairs.length + 2);
        all[pairs.length] = "_csrf";
        all[pairs.length + 1] = token;
        var body = IntStream.range(0, all.length / 2)
                .mapToObj(i -> encode(all[2 * i]) + "=" + encode(all[2 * i + 1]))
                .collect(Collectors.joining("&"));
        return page(
                "POST",
                path,
                List.of(new Wire.Header("Content-Type", "application/x-www-form-urlencoded")),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a file in the field {@code file}, and the object it holds. */
    Wire.Reply upload(String path, String object, String name, byte[] file) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(part("name=\"_csrf\"", token));
        body.writeBytes(part("name=\"object\"", object));
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var type = new Wire.Header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        return page("POST", path, List.of(type), body.toByteArray());
    }

    private static byte[] part(String name, String value) {
        return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What the API answers; {@code json} is empty for a request without a body. */
    String api(String method, String path, String json) {
        var headers = List.of(
                new Wire.Header("Authorization", "Bearer " + bearer),
                new Wire.Header("Accept", "application/json"),
                new Wire.Header("Content-Type", "application/json"));
        return send(method, path, headers, json.getBytes(StandardCharsets.UTF_8))
                .body();
    }

    private Wire.Reply page(String method, String path, List<Wire.Header> more, byte[] body) {
        var headers = new ArrayList<>(more);
        headers.add(new Wire.Header("Accept", "text/html,*/*;q=0.8"));
        headers.add(new Wire.Header("Accept-Language", "fr"));
        headers.add(new Wire.Header(
                "Cookie",
                cookies.entrySet().stream()
                        .map(c -> c.getKey() + "=" + c.getValue())
                        .collect(Collectors.joining("; "))));
        var reply = send(method, path, headers, body);
        reply.headers().stream()
                .filter(h -> h.name().equals("set-cookie"))
                .map(h -> h.value().split(";")[0].split("=", 2))
                .forEach(c -> cookies.put(c[0], c[1]));
        return reply;
    }

    private Wire.Reply send(String method, String path, List<Wire.Header> headers, byte[] body) {
        try {
            var reply = wire.send(method, path, headers, body);
            served = nanos(reply.header("server-timing"));
            if (reply.status() >= 400) {
                throw new IllegalStateException(method + " " + path + " answered " + reply.status());
            }
            return reply;
        } catch (IOException e) {
            wire.close();
            throw new IllegalStateException(method + " " + path + " was not answered: " + e.getMessage(), e);
        }
    }

    /** How long the server says it took for the last answer, in nanoseconds; 0 when it says nothing. */
    long served() {
        return served;
    }

    private static long nanos(String timing) {
        var found = DURATION.matcher(timing);
        return found.find() ? Math.round(Double.parseDouble(found.group(1)) * 1e6) : 0;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        wire.close();
    }
}
