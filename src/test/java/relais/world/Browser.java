package relais.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser over plain HTTP: keeps cookies, sends form tokens, follows nothing by itself. */
public final class Browser {
    private static final String BOUNDARY = "----relais";

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Map<String, String> headers = new LinkedHashMap<>();

    Browser(String base) {
        this.base = base;
        headers.put("Accept", "text/html,application/xhtml+xml");
        headers.put("Accept-Language", "fr");
    }

    /** A browser of the Relais at this port; nobody is signed in. */
    public static Browser at(int port) {
        return new Browser("http://localhost:" + port);
    }

    /** Sends this header with every request from now on. */
    public Browser with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** The answer to a GET. */
    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /** The file at this path; fails when it is not there. */
    public byte[] bytes(String path) {
        try {
            var response = http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as("GET %s", path).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The page at this path; fails when it is not there. */
    public Document page(String path) {
        var response = get(path);
        assertThat(response.statusCode())
                .as("GET %s: %s", path, response.body())
                .isEqualTo(200);
        return page(response);
    }

    /** The answer read as HTML. */
    public Document page(HttpResponse<String> response) {
        return Jsoup.parse(response.body(), base);
    }

    /** Sends a form with the token that the last page of the session would carry; pairs are name, value. */
    public HttpResponse<String> post(String path, String... pairs) {
        var all = new String[pairs.length + 2];
        System.arraycopy(pairs, 0, all, 0, pairs.length);
        all[pairs.length] = "_csrf";
        all[pairs.length + 1] = token();
        return postWithoutToken(path, all);
    }

    /** Sends a form as a foreign page would, without a token. */
    public HttpResponse<String> postWithoutToken(String path, String... pairs) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(pairs)))
                .build());
    }

    /** Sends a request of any method as htmx would, with the token as a header. */
    public HttpResponse<String> htmx(String method, String path, String... pairs) {
        return send(request(path)
                .header("HX-Request", "true")
                .header("X-CSRF-TOKEN", token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(form(pairs)))
                .build());
    }

    /** Sends a file in the field {@code file}, as a form with the token does; pairs are further fields. */
    public HttpResponse<String> upload(String path, String name, byte[] content, String... pairs) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(part("name=\"_csrf\"", token()));
        for (int i = 0; i < pairs.length; i += 2) {
            body.writeBytes(part("name=\"" + pairs[i] + "\"", pairs[i + 1]));
        }
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static byte[] part(String name, String value) {
        return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Sends any request, with this browser's cookies and headers. */
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A request to this path, with this browser's headers. */
    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        headers.forEach(request::header);
        return request;
    }

    /** Signs in over the page as a person does. */
    public void signIn(String email, String password) {
        var response = post("/sign-in", "email", email, "password", password);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
    }

    /** The form token of a page that this browser sees now; valid for the whole session. */
    public String token() {
        var page = page(get("/account"));
        var field = page.selectFirst("input[name=_csrf]");
        if (field == null) {
            field = page(get("/")).selectFirst("input[name=_csrf]");
        }
        if (field == null) {
            field = page(get("/sign-in")).selectFirst("input[name=_csrf]");
        }
        return field == null ? "" : field.val();
    }

    /** The value of a cookie that this browser holds, or nothing. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Puts a cookie into this browser. */
    public void cookie(String name, String value) {
        var cookie = new java.net.HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setDomain("localhost.local");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(base), cookie);
    }

    private static String form(String... pairs) {
        var fields = new LinkedHashMap<Integer, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(i, encode(pairs[i]) + "=" + encode(pairs[i + 1]));
        }
        return fields.values().stream().collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
