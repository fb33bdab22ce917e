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

@RelaisTest
class CustomerJourneyTest {
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
    void aCustomerIsMadeChangedTakenBackNotedAndSeenAsItWas() {
        var agent = world.verdier().agent();
        var page = window(1280);
        Chromium.signIn(page, agent);
        page.navigate("/customers");
        page.keyboard().press("n");
        page.waitForURL("**/customers/new");

        page.click("label:has(input[value=organisation])");
        page.waitForSelector("[name=name]");
        page.fill("[name=name]", "Hôtel du Parc");
        page.fill("[name='phones.value'] >> nth=0", "04 65 71 01 12");
        page.click("form.form-page .acts .btn.pri");
        page.waitForURL(url -> url.matches(".*/customers/[0-9a-f-]{36}.*"));
        assertThat(page.locator("h1")).containsText("Hôtel du Parc");
        assertThat(page.locator("body")).containsText("04 65 71 01 12");

        var industry = page.locator(".prop", new Page.LocatorOptions().setHasText("Secteur"));
        industry.locator("button.val").click();
        page.waitForSelector(".prop.editing input.input:focus");
        page.keyboard().type("Hôtellerie");
        page.keyboard().press("Enter");
        assertThat(industry).containsText("Hôtellerie");
        page.locator("relais-toast button", new Page.LocatorOptions().setHasText("Annuler"))
                .click();
        assertThat(industry).not().containsText("Hôtellerie");

        page.fill("relais-composer textarea", "Rappeler mardi pour la machine");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#thread")).containsText("Rappeler mardi pour la machine");

        page.waitForLoadState(LoadState.NETWORKIDLE);
        Chromium.accessible(page);
    }

    @Test
    void cellsAreEditedByKeyboardAndTheCardsFollowEachOtherInTheirList() {
        var first = customer("Atelier Alpha");
        customer("Atelier Bêta");
        var page = window(1440);
        Chromium.signIn(page, world.verdier().agent());
        page.navigate("/customers?columns=tier&columns=industry&sort=name");
        var row = page.locator("tr[data-id='" + first + "']");
        row.locator("a.who").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        page.waitForSelector("list-cell select:focus");
        page.keyboard().press("Escape");
        assertThat(row.locator("td[data-edit=tier]")).isFocused();

        page.keyboard().press("F2");
        page.waitForSelector("list-cell select:focus");
        page.locator("list-cell select").selectOption("gold");
        page.keyboard().press("Tab");
        page.waitForSelector("list-cell input[name=industry]:focus");
        assertThat(row.locator("td[data-edit=tier]")).containsText("Or");
        Chromium.accessible(page);
        page.keyboard().type("Négoce");
        page.keyboard().press("Enter");
        assertThat(row.locator("td[data-edit=industry]")).containsText("Négoce");
        assertThat(page.locator("relais-toast")).containsText("Annuler");

        row.locator("a.who").focus();
        page.keyboard().press("Enter");
        page.waitForSelector("list-neighbours [data-key=j]");
        page.keyboard().press("j");
        assertThat(page.locator("h1")).containsText("Atelier Bêta");
        page.waitForSelector("list-neighbours [data-key=k]");
        page.keyboard().press("k");
        assertThat(page.locator("h1")).containsText("Atelier Alpha");
    }

    @Test
    void everyPageIsAccessibleInBothThemesAndFitsAPhone() {
        var administrator = world.verdier().administrator();
        var customer = customer("Hôtel des Tilleuls");
        var page = window(1440);
        Chromium.signIn(page, administrator);
        for (var theme : List.of("light", "dark")) {
            page.context().addCookies(List.of(new Cookie("theme", theme).setUrl("http://localhost:" + port)));
            for (var path : pages(customer)) {
                page.navigate(path);
                page.waitForLoadState(LoadState.NETWORKIDLE);
                Chromium.accessible(page);
            }
        }
        page.setViewportSize(390, 844);
        for (var path : pages(customer)) {
            page.navigate(path);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(390);
        }
    }

    private static List<String> pages(UUID customer) {
        return List.of(
                "/",
                "/customers",
                "/customers/" + customer,
                "/customers/new",
                "/customers/criteria",
                "/imports",
                "/imports/new",
                "/operations",
                "/settings",
                "/settings/objects/customer",
                "/account");
    }

    private UUID customer(String name) {
        var values = (ObjectNode) Values.parse("""
                {"kind":"organisation","tier":"platinum","tags":["palace"],"phones":[{"value":"0465711208"}]}""");
        values.put("name", name);
        return world.asAdministrator(
                () -> records.write(Intent.of("record.create", name), w -> w.create("customer", values))
                        .result()
                        .id());
    }

    private Page window(int width) {
        return chromium.window("http://localhost:" + port, width, 900);
    }
}
