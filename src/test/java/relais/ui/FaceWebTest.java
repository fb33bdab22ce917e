package relais.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class FaceWebTest {
    private static final Pattern NONCE = Pattern.compile("'nonce-([\\w-]+)'");

    @Autowired
    World world;

    @Test
    void theFirstPageIsSmallAndNeedsFewRequests() {
        var browser = world.browserOf(world.verdier().administrator()).with("Accept-Encoding", "gzip");
        var page = browser.get("/account");
        var addresses = new ArrayList<String>(List.of("/account"));
        Pattern.compile("(?:href|src)=\"(/assets/[^\"#]+)")
                .matcher(world.browserOf(world.verdier().administrator())
                        .get("/account")
                        .body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .forEach(addresses::add);
        long sum = addresses.stream()
                .mapToLong(address -> browser.get(address)
                        .headers()
                        .firstValueAsLong("Content-Length")
                        .orElse(page.body().length()))
                .sum();
        assertThat(addresses).hasSizeLessThanOrEqualTo(8);
        assertThat(sum).isLessThan(150_000);
    }

    @Test
    void filesAreKeptForEverAndPagesNever() {
        var browser = world.browser();
        var file = browser.get(Assets.url("relais.css"));
        assertThat(file.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
        assertThat(browser.get("/sign-in").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
        assertThat(browser.get("/assets/relais-0000000000.css").statusCode()).isEqualTo(404);
    }

    @Test
    void everyPageHasANonceOfItsOwnAndItsScriptsCarryIt() {
        var browser = world.browser();
        var first = browser.get("/sign-in");
        var second = browser.get("/sign-in");
        var nonce = nonce(first.headers().firstValue("Content-Security-Policy").orElseThrow());
        assertThat(nonce)
                .isNotEqualTo(nonce(
                        second.headers().firstValue("Content-Security-Policy").orElseThrow()));
        for (var script : browser.page(first).select("script")) {
            assertThat(script.attr("nonce")).isEqualTo(nonce);
        }
    }

    @Test
    void theLanguageFollowsThePersonThenTheBrowser() {
        var stranger = world.browser().with("Accept-Language", "en");
        assertThat(language(stranger.get("/sign-in").body())).isEqualTo("en");
        assertThat(stranger.post("/preferences", "language", "fr", "back", "/sign-in")
                        .statusCode())
                .isEqualTo(303);
        assertThat(language(stranger.get("/sign-in").body())).isEqualTo("fr");
        var reader = world.browserOf(world.verdier().reader());
        reader.post("/preferences", "language", "en");
        assertThat(language(reader.get("/account").body())).isEqualTo("en");
        assertThat(language(world.browserOf(world.verdier().reader())
                        .get("/account")
                        .body()))
                .isEqualTo("en");
    }

    @Test
    void preferencesLeadBackToOwnPagesOnly() {
        var browser = world.browser();
        for (var foreign : List.of(
                "//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/a\r\nb: c")) {
            var answer = browser.post("/preferences", "theme", "dark", "back", foreign);
            assertThat(answer.headers().firstValue("Location")).as(foreign).hasValue("/");
        }
        var answer = browser.post("/preferences", "theme", "dark", "back", "/sign-in?a=b");
        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in?a=b");
        assertThat(browser.page("/sign-in").selectFirst("html").attr("data-theme"))
                .isEqualTo("dark");
    }

    @Test
    void onlyAdministratorsSeeTheLivingPage() {
        assertThat(world.browserOf(world.verdier().administrator())
                        .get("/design")
                        .statusCode())
                .isEqualTo(200);
        assertThat(world.browserOf(world.verdier().agent()).get("/design").statusCode())
                .isEqualTo(404);
        assertThat(world.browser().get("/design").statusCode()).isEqualTo(302);
    }

    @Test
    void anUnknownAddressIsAnsweredInsideTheShell() {
        var agent = world.browserOf(world.verdier().agent());
        var answer = agent.get("/nowhere/at/all");
        assertThat(answer.statusCode()).isEqualTo(404);
        var page = agent.page(answer);
        assertThat(page.select(".side")).hasSize(1);
        assertThat(page.select("main").text()).contains("Cette page n’existe pas");
    }

    @Test
    void htmxReceivesOneSentenceAboutAFailure() {
        var agent = world.browserOf(world.verdier().agent());
        var answer = agent.with("HX-Request", "true").get("/nowhere/at/all");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(agent.page(answer).select(".problem")).hasSize(1);
        assertThat(answer.body()).doesNotContain("<html").doesNotContain("Exception");
    }

    private static String nonce(String policy) {
        var found = NONCE.matcher(policy);
        assertThat(found.find()).as(policy).isTrue();
        return found.group(1);
    }

    private static String language(String html) {
        return org.jsoup.Jsoup.parse(html).selectFirst("html").attr("lang");
    }
}
