package relais.setup.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One client: signs in as a person does, keeps its cookies, and fails on any answer that is not a success. */
final class Visitor implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String base;
    private final HttpClient http;
    private String token = "";

    Visitor(String base) {
        this.base = base;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();
    }

    void signIn(String email, String password) {
        remember(get("/sign-in"));
        post("/sign-in", "email", email, "password", password);
        remember(get("/account"));
    }

    private void remember(String page) {
        var found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("No page with a form was shown at " + base);
        }
        token = found.group(1);
    }

    /** The page at this path. */
    String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET(), path);
    }

    /** What htmx gets at this path. */
    String fragment(String path) {
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("HX-Request", "true")
                        .GET(),
                path);
    }

    /** Sends a form; pairs are name, value. */
    String post(String path, String... pairs) {
        var all = Arrays.copyOf(pairs, pairs.length + 2);
        all[pairs.length] = "_csrf";
        all[pairs.length + 1] = token;
        var body = IntStream.range(0, all.length / 2)
                .mapToObj(i -> encode(all[2 * i]) + "=" + encode(all[2 * i + 1]))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                path);
    }

    private String send(HttpRequest.Builder request, String path) {
        try {
            var answer = http.send(
                    request.header("Accept", "text/html")
                            .header("Accept-Language", "fr")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(path + " did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
