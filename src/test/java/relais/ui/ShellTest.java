package relais.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ShellTest {
    private static final ErrorPages.Shown MISSING =
            new ErrorPages.Shown(404, "Rien à cette adresse", "<b>Texte</b>", "7F3", "", true);

    @Test
    void everyControlOfThePageHasAName() {
        for (var control : page().select("button, a, input:not([type=hidden]), select, textarea")) {
            boolean named = !control.text().isBlank()
                    || control.hasAttr("aria-label")
                    || page().selectFirst("label[for=" + control.id() + "]") != null
                    || control.closest("label") != null;
            assertThat(named).as(control.outerHtml()).isTrue();
        }
    }

    @Test
    void everyPageHasOneMainOneTitleAndAWayToSkipToIt() {
        assertThat(page().select("main")).hasSize(1);
        assertThat(page().select("h1")).hasSize(1);
        assertThat(page().selectFirst("a.skip").attr("href")).isEqualTo("#main");
        assertThat(page().selectFirst("html").attr("lang")).isEqualTo("fr");
    }

    @Test
    void htmxReceivesTheSheetWithoutTheShell() {
        var html = Jsoup.parse(Rendered.fragment("ui/error", Map.of("shown", MISSING), "main"));
        assertThat(html.select("main")).hasSize(1);
        assertThat(html.select(".side, script")).isEmpty();
    }

    @Test
    void theCurrentEntryOfTheNavigationIsMarked() {
        assertThat(page().select(".side [aria-current=page]")).isEmpty();
        assertThat(page().select(".side .nav a")).hasSize(4);
    }

    @Test
    void everyFormCarriesTheTokenAndTheWorkspace() {
        for (var form : page().select("form[method=post]")) {
            assertThat(form.selectFirst("input[name=_csrf]").val()).isEqualTo("token");
            assertThat(form.select("input[name=workspace]")).isNotEmpty();
        }
    }

    @Test
    void textFromOutsideIsNeverMarkup() {
        assertThat(page().select("main b")).isEmpty();
        assertThat(page().select("main").text()).contains("<b>Texte</b>");
    }

    @Test
    void anErrorPageNeedsNoVisitor() throws IOException {
        var shown = new ErrorPages.Shown(503, "Base de données absente", "Elle ne répond pas.", null, "/design", false);
        var html = Jsoup.parse(Rendered.strangersPage("ui/error", Map.of("shown", shown), Locale.FRENCH, Theme.DARK));
        assertThat(html.select("meta[http-equiv=refresh]")).hasSize(1);
        assertThat(html.select(".side")).isEmpty();
        assertThat(html.select("h1")).hasSize(1);
        keep("error", html.html());
    }

    @Test
    void theGateHasNoShell() throws IOException {
        gg.jte.Content form = output -> output.writeContent(
                "<div><h1>Bonjour</h1><p class=\"mute\">Maison Verdier</p></div><form class=\"stacked\"><div class=\"field\"><label for=\"em\">Adresse e-mail</label><input id=\"em\" class=\"input big\"></div><button class=\"btn pri wide\">Continuer</button></form>");
        var html = Rendered.strangersPage(
                "ui/gate", Map.of("title", "Connexion", "content", form), Locale.FRENCH, Theme.LIGHT);
        keep("gate", html);
        var gate = Jsoup.parse(html);
        assertThat(gate.select(".side, .tabbar")).isEmpty();
        assertThat(gate.select("main.gate h1")).hasSize(1);
        assertThat(gate.select("button[name=language]")).hasSize(2);
    }

    private static void keep(String name, String html) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "face"));
        Files.writeString(folder.resolve(name + ".html"), html);
    }

    private static Document page() {
        return Jsoup.parse(Rendered.page("ui/error", Map.of("shown", MISSING), Locale.FRENCH, Theme.LIGHT));
    }
}
