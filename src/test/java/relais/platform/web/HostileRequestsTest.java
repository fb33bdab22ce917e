package relais.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class HostileRequestsTest {
    @Autowired
    World world;

    @Value("${local.server.port}")
    int port;

    @Test
    void requestsThatReachNoPageCarryTheProtectiveHeadersToo() throws IOException {
        for (var head : new String[] {"GET / HTTP/1.1\r\nHost: a@b", "GET /a|b HTTP/1.1\r\nHost: localhost"}) {
            assertThat(raw(head + "\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400")
                    .contains("Content-Security-Policy: default-src 'none'")
                    .contains("X-Content-Type-Options: nosniff")
                    .contains("could not answer")
                    .doesNotContain("Tomcat");
        }
    }

    @Test
    void nullCharactersAreRefusedWithASentence() {
        var browser = world.browser();
        for (var path : new String[] {"/sign-in?to=%00", "/sign-in?a%00b=c"}) {
            var answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(browser.page(answer).text()).contains("caractère nul");
        }
    }

    @Test
    void strangersSendSmallFormsOnly() {
        var large = world.browser().postWithoutToken("/sign-in", "email", "a".repeat(70_000));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body())
                .containsPattern("Cet envoi dépasse 6\\d[,\\d]*\\h[Kk]o")
                .doesNotContain("{0}");
    }

    @Test
    void aFileFarTooLargeIsAnsweredByAWholePageThatNamesTheLimit() throws IOException {
        var answer = raw(
                "POST /imports HTTP/1.1\r\nHost: localhost\r\nAccept-Language: fr\r\nContent-Type: multipart/form-data;"
                        + " boundary=x\r\nContent-Length: 2000000000\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("Cet envoi dépasse 500\u00a0Mo");
        var nonce = Jsoup.parse(answer).select("script[nonce]").attr("nonce");
        assertThat(nonce).isNotEmpty();
        assertThat(answer).as("its own script may run").contains("script-src 'nonce-" + nonce + "'");
    }

    @Test
    void longAddressesPassAndRedirectsAreRelative() {
        assertThat(world.browser().get("/sign-in?a=" + "a".repeat(20_000)).statusCode())
                .isEqualTo(200);
        var inside = world.browserOf(world.verdier().agent()).get("/sign-in?to=/account");
        assertThat(inside.headers().firstValue("Location")).hasValue("/account");
    }

    @Test
    void datesFarFromAnyCalendarDoNotNarrowTheOperations() {
        var browser = world.browserOf(world.verdier().manager());
        assertThat(browser.get("/operations?from=-999999999-01-01").statusCode())
                .isEqualTo(200);
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput(); // nobody waits for a body that was announced only
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
