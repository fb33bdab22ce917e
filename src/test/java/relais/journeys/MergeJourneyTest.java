package relais.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
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

/** Two customers of a list become one, are seen as one, and are two again. */
@RelaisTest
class MergeJourneyTest {
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
    void twoOfAListBecomeOneAndAreSeparatedAgain() {
        var a = customer("{\"kind\":\"organisation\",\"name\":\"Groupe Ormeaux\",\"tier\":\"platinum\",\"phones\":[{\"value\":\"0472651040\"}]}");
        var b = customer("{\"kind\":\"organisation\",\"name\":\"Ormeaux SAS\",\"tier\":\"bronze\",\"phones\":[{\"value\":\"0240127708\"}]}");
        var page = chromium.window("http://localhost:" + port, 1440, 900);
        Chromium.signIn(page, world.verdier().administrator());
        page.navigate("/customers");
        choose(page, a);
        choose(page, b);
        page.locator("button[value='action:merge']").click();
        assertThat(page.locator("h1")).hasText("Fusionner deux fiches");
        Chromium.accessible(page);

        var tier = page.locator("tr", new Page.LocatorOptions().setHas(page.locator("input[name='from.tier']")));
        tier.locator("input[type=radio]").nth(1).check();
        assertThat(tier.locator(".res")).hasText(Pattern.compile("Platine|Bronze"));
        var phones = page.locator("tr", new Page.LocatorOptions().setHas(page.locator("input[name='from.phones']")));
        assertThat(phones.locator(".res")).hasText("2 numéros");
        phones.locator("input[type=checkbox]").nth(1).uncheck();
        assertThat(phones.locator(".res")).hasText("un numéro");
        phones.locator("input[type=checkbox]").nth(1).check();
        page.locator("button[form=merge]").click();

        page.navigate("/customers/" + b);
        page.waitForURL("**/customers/" + a);
        assertThat(page.locator("h1")).containsText("Groupe Ormeaux");
        page.locator("[popovertarget=card-menu]").click();
        page.locator("#card-menu a[href^='/merges/of/']").click();
        assertThat(page.locator("h1")).hasText("Séparer Ormeaux SAS de Groupe Ormeaux");
        Chromium.accessible(page);
        page.locator("button[form=separation]").click();
        page.waitForURL("**/customers/" + b);
        assertThat(page.locator("h1")).containsText("Ormeaux SAS");
    }

    private static void choose(Page page, UUID id) {
        page.locator("tr[data-id='" + id + "'] input.ck").check();
    }

    private UUID customer(String json) {
        return world.asAdministrator(() -> records.write(
                        Intent.of("record.create"), w -> w.create("customer", (ObjectNode) Values.parse(json)))
                .result()
                .id());
    }
}
