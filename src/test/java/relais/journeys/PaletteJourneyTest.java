package relais.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Values;
import relais.world.Chromium;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

/** The palette and what follows, with the keyboard alone. */
@RelaisTest
class PaletteJourneyTest {
    private static final String CARD = ".*/customers/[0-9a-f-]{36}";

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    Records records;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void fromThePaletteToACustomerToAnEditThatIsTakenBack() {
        var id = customer("Brasserie des Glycines");
        var page = window(1280);
        Chromium.signIn(page, world.verdier().administrator());
        page.navigate("/operations");
        page.keyboard().press("Control+k");
        page.keyboard().type("braserie glyc");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.matches(CARD));
        assertThat(page.url()).endsWith(id.toString());

        page.keyboard().press("e");
        page.waitForURL(url -> url.contains("/edit"));
        tabTo(page, "industry");
        page.keyboard().type("Restauration");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.matches(CARD));
        var industry = page.locator(".prop", new Page.LocatorOptions().setHasText("Secteur"));
        assertThat(industry).containsText("Restauration");
        page.keyboard().press("Control+z");
        assertThat(industry).not().containsText("Restauration");
    }

    @Test
    void arrowsTabControlEnterAndEscapeDoWhatTheySay() {
        customer("Garage des Deux Ponts");
        customer("Garage du Midi");
        var page = window(1280);
        Chromium.signIn(page, world.verdier().administrator());
        page.navigate("/customers");
        page.keyboard().press("Control+k");
        var input = page.locator("relais-palette [role=combobox]");
        assertThat(input).isFocused();
        page.keyboard().type("garage");
        var options = page.locator("relais-palette [role=option]");
        assertThat(options).hasCount(2);
        assertThat(input).hasAttribute("aria-activedescendant", "palette-0");
        page.keyboard().press("ArrowDown");
        assertThat(options.nth(1)).hasAttribute("aria-selected", "true");
        page.keyboard().press("ArrowDown");
        assertThat(input).hasAttribute("aria-activedescendant", "palette-0");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Tab");
        assertThat(input).hasValue("Garage des Deux Ponts");
        assertThat(options).hasCount(1);
        var tab = page.waitForPopup(() -> page.keyboard().press("Control+Enter"));
        assertThat(tab.url()).matches(CARD);
        assertThat(page.url()).endsWith("/customers");
        page.keyboard().press("Escape");
        assertThat(page.locator("relais-palette dialog")).not().isVisible();

        page.keyboard().press("Control+k");
        page.keyboard().type("sombre");
        page.keyboard().press("Enter");
        page.waitForSelector("html[data-theme=dark]");
        assertThat(page.url()).endsWith("/customers");
        page.keyboard().press("Control+k");
        page.keyboard().type("nouveau client");
        page.keyboard().press("Enter");
        page.waitForURL("**/customers/new");
    }

    @Test
    void thePaletteIsAccessibleInBothThemesAndFitsAPhone() {
        customer("Auberge de la Tour");
        var page = window(1280);
        Chromium.signIn(page, world.verdier().administrator());
        for (var theme : List.of("light", "dark")) {
            page.context().addCookies(List.of(new Cookie("theme", theme).setUrl("http://localhost:" + port)));
            page.navigate("/customers");
            for (var typed : List.of("", "auberge", "zzzzqq")) {
                page.keyboard().press("Control+k");
                page.keyboard().type(typed);
                page.waitForLoadState(LoadState.NETWORKIDLE);
                Chromium.accessible(page);
                page.keyboard().press("Escape");
            }
        }
        page.setViewportSize(390, 844);
        page.navigate("/customers");
        page.click(".tabbar [data-palette]");
        page.keyboard().type("auberge");
        assertThat(page.locator("relais-palette [role=option]").first()).isVisible();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        page.navigate("/palette?q=auberge");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Chromium.accessible(page);
    }

    private static void tabTo(Page page, String name) {
        for (int i = 0; i < 60; i++) {
            if (name.equals(page.evaluate("document.activeElement.name"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard never reaches " + name);
    }

    private UUID customer(String name) {
        return world.asAdministrator(() -> records.write(
                        Intent.of("record.create", name),
                        w -> w.create(
                                "customer",
                                ((ObjectNode) Values.parse("{\"kind\":\"organisation\"}")).put("name", name)))
                .result()
                .id());
    }

    private Page window(int width) {
        return chromium.window("http://localhost:" + port, width, 900);
    }
}
