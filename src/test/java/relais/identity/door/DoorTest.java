package relais.identity.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class DoorTest {
    @Autowired
    World world;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/account",
                "/nowhere",
                "/health",
                "/assets/none.css",
                "/setup/x",
                "/links/x",
                "/a;x=1"
            })
    void everyAnswerToAStrangerCarriesTheProtectiveHeaders(String path) {
        protectedBy(world.browser()
                .send(world.browser().request(path).GET().build())
                .headers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account", "/settings", "/settings/team", "/nowhere", "/settings/team/people/1"})
    void everyAnswerToAPersonCarriesThemToo(String path) {
        protectedBy(world.browserOf(world.verdier().administrator()).get(path).headers());
    }

    @Test
    void scriptsRunOnlyWithTheNonceOfThePage() {
        var browser = world.browser();
        var one = browser.get("/sign-in");
        var two = browser.get("/sign-in");
        var policy = one.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'")
                .contains("script-src 'nonce-")
                .doesNotContain("unsafe");
        assertThat(two.headers().firstValue("Content-Security-Policy"))
                .isNotEqualTo(one.headers().firstValue("Content-Security-Policy"));
        for (var script : browser.page(one).select("script")) {
            assertThat(policy).contains("'nonce-" + script.attr("nonce") + "'");
        }
        assertThat(browser.page(one).select("[style], [onclick], [onload]")).isEmpty();
    }

    @Test
    void cookiesAreClosedToScriptsAndOtherSites() {
        var browser = world.browser();
        var in = browser.post("/sign-in", "email", world.verdier().agent().email(), "password", World.PASSWORD);
        var session = in.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("sid="))
                .findFirst()
                .orElseThrow();
        assertThat(session)
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void overHttpsTheCookieIsBoundToTheHost() throws IOException {
        // the connector speaks plain HTTP; what a proxy with TLS makes of it is told by the configured address alone
        var answer = raw(
                "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n");
        assertThat(answer).doesNotContain("__Host-").doesNotContain("Strict-Transport-Security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "evil.example:80", "localhost@evil.example"})
    void anUnknownHostIsRefusedAndNeverReflected(String host) throws IOException {
        var answer = raw("GET /sign-in HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("evil.example");
    }

    @Test
    void forwardedHeadersFromAnybodyChangeNothing() throws IOException {
        var answer = raw("GET /account HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Host: evil.example\r\n"
                + "Forwarded: host=evil.example\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 302").doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account;x",
                "/account;jsessionid=1",
                "//account",
                "/./account",
                "/x/../account",
                "/%2e/account",
                "/account%00",
                "/account%0a",
                "/%2faccount",
                "/account\\",
                "/account%5c",
                "/account%3bx",
                "/account%252f",
                "/sign-in/../account",
                "/assets/..%2faccount",
                "/account/",
                "/ACCOUNT"
            })
    void oddPathsOpenNothing(String path) throws IOException {
        var answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .containsPattern("^HTTP/1.1 (302|400|404) ")
                .doesNotContain("Exception")
                .doesNotContain("Tomcat");
    }

    @Test
    void formsWithoutTokenChangeNothing() {
        var browser = world.browserOf(world.verdier().agent());
        for (var path : List.of("/sign-out", "/account/profile", "/account/password", "/sign-out/everywhere")) {
            assertThat(browser.postWithoutToken(path, "name", "x").statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        var forged = browser.request("/sign-out")
                .header("HX-Request", "true")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(browser.send(forged).statusCode()).isEqualTo(403);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void signInNeedsTheFormOfThisBrowser() {
        var victim = world.browser();
        var attackersToken = world.browser().token();
        var forged = victim.postWithoutToken(
                "/sign-in",
                "email",
                world.kerval().agent().email(),
                "password",
                World.PASSWORD,
                "_csrf",
                attackersToken);
        assertThat(forged.statusCode()).isEqualTo(302);
        assertThat(forged.headers().firstValue("Location").orElse("")).endsWith("/sign-in?stale");
        assertThat(victim.cookie("sid")).isEmpty();
    }

    @Test
    void aTokenOfAnotherSessionIsNoToken() {
        var one = world.browserOf(world.verdier().agent());
        var other = world.browserOf(world.verdier().manager());
        assertThat(one.postWithoutToken("/sign-out", "_csrf", other.token()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void nothingIsDoneByGet() {
        var browser = world.browserOf(world.verdier().agent());
        for (var path : List.of("/sign-out", "/sign-out/everywhere", "/account/password", "/workspaces/current")) {
            assertThat(browser.get(path).statusCode()).as(path).isIn(404, 405);
        }
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void aPasswordOfAHundredMegabytesIsNotRead() {
        var browser = world.browser();
        browser.get("/sign-in");
        long began = System.nanoTime();
        var size = 100L * 1024 * 1024;
        var chunk = new byte[1 << 20];
        java.util.Arrays.fill(chunk, (byte) 'a');
        var request = browser.request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(chunk, size)))
                .build();
        try {
            assertThat(browser.send(request).statusCode()).isBetween(400, 413);
        } catch (IllegalStateException cut) {
            assertThat(cut).hasCauseInstanceOf(IOException.class);
        }
        assertThat(java.time.Duration.ofNanos(System.nanoTime() - began)).isLessThan(java.time.Duration.ofSeconds(20));
        assertThat(world.browser().get("/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void aPasswordOfAMegabyteIsNotEvenRead() {
        var browser = world.browser();
        var response =
                browser.post("/sign-in", "email", world.verdier().agent().email(), "password", "a".repeat(1_000_000));
        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void htmxIsLedToSignInWhenTheSessionIsOver() {
        var browser = world.browser();
        var response = browser.send(
                browser.request("/account").header("HX-Request", "true").GET().build());
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("HX-Redirect")).hasValue("/sign-in");
    }

    private static void protectedBy(java.net.http.HttpHeaders headers) {
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'");
        assertThat(headers.allValues("Content-Security-Policy")).hasSize(1);
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).isPresent();
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A body that is made while it is sent. */
    private static final class Endless extends InputStream {
        private final byte[] chunk;
        private long left;

        Endless(byte[] chunk, long left) {
            this.chunk = chunk;
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'a' : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(Math.min(length, chunk.length), left);
            System.arraycopy(chunk, 0, into, from, count);
            left -= count;
            return count;
        }
    }
}
