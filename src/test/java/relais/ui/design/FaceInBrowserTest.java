package relais.ui.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.KeyboardModifier;
import gg.jte.Content;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.ui.Rendered;
import relais.ui.Theme;
import relais.world.Chromium;

/** The components as a real browser runs them, under the content policy of the product. */
class FaceInBrowserTest {
    private static final String SITE = "http://relais.test";

    private final List<String> posted = new ArrayList<>();
    private Chromium chromium;
    private Page page;

    @BeforeEach
    void visit() {
        chromium = Chromium.start();
        page = chromium.window(SITE, 1280, 800);
        page.route("**/*", this::answer);
    }

    @AfterEach
    void leave() {
        chromium.close();
    }

    @Test
    void everyComponentIsAccessibleInBothThemesAndLanguages() {
        for (var address : List.of("/design?fr&light", "/design?en&dark", "/gate", "/wrong")) {
            page.navigate(SITE + address);
            Chromium.accessible(page);
        }
    }

    @Test
    void openMenusAndDialogsAreAccessibleToo() {
        for (var opener : List.of(
                ".side [popovertarget=me]", "[popovertarget=workspaces]", "[data-opens=sample-dialog]", ".src")) {
            page.navigate(SITE + "/design?fr&light");
            page.click(opener);
            Chromium.accessible(page);
        }
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        Chromium.accessible(page);
    }

    @Test
    void aLostConnectionIsSaidAndGoesWhenItIsBack() {
        page.navigate(SITE + "/form");
        page.evaluate("window.dispatchEvent(new Event('offline'))");
        assertThat(page.isVisible("relais-connection")).isTrue();
        page.evaluate("window.dispatchEvent(new Event('online'))");
        page.waitForCondition(() -> !page.isVisible("relais-connection"));
    }

    @Test
    void nothingSpillsOverANarrowPhone() {
        for (int width : new int[] {390, 320}) {
            page.setViewportSize(width, 800);
            page.navigate(SITE + "/design?fr&light");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
            assertThat((Integer) page.evaluate("document.querySelector('.scroll').scrollWidth"))
                    .isLessThanOrEqualTo(width);
        }
    }

    @Test
    void aMenuIsWalkedByArrowsAndGivesTheFocusBack() {
        page.navigate(SITE + "/design?fr&light");
        page.click("[popovertarget=sample-menu]");
        focused("Modifier");
        page.keyboard().press("ArrowDown");
        focused("Voir à une date");
        page.keyboard().press("m");
        focused("Modifier");
        page.keyboard().press("Escape");
        assertThat(page.evaluate("document.activeElement.getAttribute('popovertarget')"))
                .isEqualTo("sample-menu");
    }

    @Test
    void rowsAreChosenOneByOneByRangeAndByKey() {
        page.navigate(SITE + "/design?fr&light");
        assertThat(page.isVisible(".bulk")).isFalse();
        page.click("tbody tr:nth-child(1) .ck");
        page.click("tbody tr:nth-child(3) .ck", new Page.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(page.textContent("[data-count]")).isEqualTo("3");
        assertThat(page.isVisible(".bulk")).isTrue();
        page.focus("tbody tr:nth-child(4) a");
        page.keyboard().press("x");
        assertThat(page.textContent("[data-count]")).isEqualTo("4");
        assertThat(page.isChecked("[data-all]")).isTrue();
        page.click("[data-clear]");
        assertThat(page.isVisible(".bulk")).isFalse();
    }

    @Test
    void keysMoveBetweenRowsAndPagesAndShowTheirList() {
        page.navigate(SITE + "/design?fr&light");
        page.keyboard().press("j");
        focused("Hôtel des Tilleuls");
        page.keyboard().press("j");
        focused("Clinique");
        page.keyboard().press("?");
        assertThat(page.isVisible("#shortcuts")).isTrue();
        page.keyboard().press("Escape");
        page.keyboard().press("g");
        page.keyboard().press("c");
        page.waitForURL(SITE + "/customers");
    }

    @Test
    void keysAreQuietInTextFields() {
        page.navigate(SITE + "/design?fr&light");
        page.focus("#sample-name");
        page.keyboard().type("gc?");
        assertThat(page.inputValue("#sample-name")).contains("gc?");
        assertThat(page.isVisible("#shortcuts")).isFalse();
    }

    @Test
    void aToastSaysWhatWasDoneAndTakesItBack() {
        page.navigate(SITE + "/design?fr&light");
        page.evaluate(
                "document.dispatchEvent(new CustomEvent('toast', {detail: {sentence: 'Fiche enregistrée', operation: '42'}}))");
        assertThat(page.textContent("relais-toast [role=status]")).isEqualTo("Fiche enregistrée");
        page.focus("h1, main");
        page.keyboard().press("Control+z");
        page.waitForURL(SITE + "/operations/42/undo");
        assertThat(posted).anyMatch(body -> body.contains("_csrf=token") && body.contains("back=%2Fdesign"));
    }

    @Test
    void aFormWithErrorsComesBackInPlaceWithTheFocusOnTheFirst() {
        page.navigate(SITE + "/form");
        page.click("#send");
        page.waitForSelector("#form [aria-invalid=true]");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("town");
    }

    @Test
    void whatAHandMadeLargerBreaksNoPolicyWhenItIsExchanged() {
        page.navigate(SITE + "/form");
        page.evaluate("document.querySelector('#words').style.height = '300px'"); // as by pulling at its corner
        page.click("#send");
        page.waitForSelector("#form [aria-invalid=true]");
    }

    @Test
    void aFailureIsShownInItsPlaceWithAWayToRetry() {
        chromium.expect("503");
        page.navigate(SITE + "/form");
        page.click("#break");
        page.waitForSelector(".failed");
        assertThat(page.textContent(".failed .why")).isEqualTo("La base ne répond pas.");
        page.click(".failed button");
        page.waitForSelector("#done");
        assertThat(page.querySelectorAll(".failed")).isEmpty();
    }

    /** The focus comes to what has these words; the browser may still be opening it. */
    private void focused(String words) {
        page.waitForFunction("words => document.activeElement.textContent.includes(words)", words);
    }

    private void answer(Route route) {
        var path = URI.create(route.request().url());
        if (Rendered.isFile(path.getPath())) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType(Rendered.type(path.getPath()))
                    .setBodyBytes(Rendered.file(path.getPath())));
            return;
        }
        if (route.request().method().equals("POST")) {
            posted.add(route.request().postData());
        }
        int status = switch (path.getPath()) {
            case "/save" -> 422;
            case "/fail" -> posted.size() > 1 ? 200 : 503;
            default -> 200;
        };
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("text/html;charset=UTF-8")
                .setHeaders(Map.of("Content-Security-Policy", Rendered.policy()))
                .setBodyBytes(body(path, status).getBytes(StandardCharsets.UTF_8)));
    }

    private static String body(URI address, int status) {
        return switch (address.getPath()) {
            case "/design" -> design(address.getQuery());
            case "/gate" -> gate();
            case "/form" ->
                form(
                        "<form id='form' hx-post='/save' hx-target='this'><textarea id='words' aria-label='Mots'></textarea><button id='send'>Envoyer</button></form><button id='break' hx-post='/fail' hx-target='this'>Casser</button>");
            case "/save" ->
                "<form id='form'><label for='town'>Ville</label><input id='town' aria-invalid='true'><textarea id='words' aria-label='Mots'></textarea></form>";
            case "/fail" -> status == 200 ? "<p id='done'>Fait</p>" : "<p class=\"problem\">La base ne répond pas.</p>";
            default -> Rendered.wrongPage();
        };
    }

    private static String design(String query) {
        var locale = query.startsWith("en") ? Locale.ENGLISH : Locale.FRENCH;
        var theme = query.endsWith("dark") ? Theme.DARK : Theme.LIGHT;
        return Rendered.page("ui/design/index", Map.of("page", new DesignPages.Show()), locale, theme);
    }

    private static String gate() {
        Content form = output -> output.writeContent("<h1>Bonjour</h1>");
        return Rendered.strangersPage(
                "ui/gate", Map.of("title", "Connexion", "content", form), Locale.FRENCH, Theme.LIGHT);
    }

    private static String form(String inside) {
        Content content = output -> output.writeContent(inside);
        return Rendered.page("ui/page", Map.of("title", "Essai", "content", content), Locale.FRENCH, Theme.LIGHT);
    }
}
