package relais.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import relais.platform.tenancy.Ids;
import relais.records.Mutation;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.criteria.CriteriaJson;
import relais.records.lists.ListQueries;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;
import relais.world.Chromium;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

/** Very many records, with the keyboard alone: no test here clicks, and none focuses anything but by keys. */
@RelaisTest
class BulkJourneyTest {
    private static final int MANY = 5_000;
    private static final int SLICE = 1_000;
    private static final int STEPS = 80;

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    ListQueries lists;

    @Autowired
    ObjectTypes types;

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
    void aFilterBecomesAViewWhoseFiveThousandAreChangedFollowedAndTakenBack() {
        prospects();
        assertThat(gold()).isZero();
        var page = chromium.window("http://localhost:" + port, 1440, 900);
        Chromium.signIn(page, world.verdier().administrator());
        page.navigate("/customers");

        filterByStage(page);
        saveAsView(page);
        chooseEverything(page);
        makeGold(page);
        assertThat(gold()).isEqualTo(MANY);

        tabTo(page, "form[action$='/undo'] button");
        page.keyboard().press("Enter");
        page.waitForURL("**/customers?view=*");
        assertThat(page.locator("relais-toast .toast")).isVisible();
        assertThat(gold()).isZero();
    }

    private static void filterByStage(Page page) {
        page.keyboard().press("f");
        page.waitForSelector("#filter [data-find]:focus");
        page.keyboard().type("Étape");
        page.keyboard().press("Enter");
        page.waitForSelector("#filter input[name=value]:focus");
        for (int i = 0; !"prospect".equals(page.evaluate("document.activeElement.value")); i++) {
            assertThat(i).as("the choices are reached by Tab").isLessThan(STEPS);
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        page.waitForURL("**/customers?**filter=**");
        assertThat(page.locator(".chips")).containsText("Prospect");
    }

    private static void saveAsView(Page page) {
        page.keyboard().press("v");
        page.waitForSelector("#save-view[open] input[name=name]:focus");
        page.keyboard().type("Prospects du salon");
        page.keyboard().press("Enter");
        page.waitForURL("**/customers?view=*");
        assertThat(page.locator(".tabs [aria-current]")).containsText("Prospects du salon");
    }

    private static void chooseEverything(Page page) {
        page.keyboard().press("Shift+X");
        assertThat(page.locator(".bulk")).isVisible();
        page.keyboard().press("b");
        tabTo(page, "[data-everything]");
        assertThat(page.locator("[data-total]")).not().isEmpty();
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-everything]")).hasAttribute("aria-pressed", "true");
        assertThat(page.locator(".chosen [data-count]")).containsText("000");
    }

    private static void makeGold(Page page) {
        tabTo(page, "[popovertarget=bulk-tier]");
        page.keyboard().press("Enter");
        page.waitForSelector("#bulk-tier [role=menuitem]:focus");
        page.keyboard().press("o"); // Or
        page.keyboard().press("Enter");
        page.waitForSelector("button[name=confirmed]:focus");
        Chromium.accessible(page);
        page.keyboard().press("Enter");
        page.waitForURL("**/work/*");
        assertThat(page.locator("#work progress")).isVisible();
        assertThat(page.locator("#work .tag"))
                .hasClass(Pattern.compile(".*good.*"), new LocatorAssertions.HasClassOptions().setTimeout(60_000));
        Chromium.accessible(page);
    }

    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < STEPS; i++) {
            if (Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard never reaches " + selector);
    }

    private int gold() {
        var criterion = CriteriaJson.read(Values.parse("""
                {"all": [{"field": "stage", "op": "is", "values": ["prospect"]},
                         {"field": "tier", "op": "is", "values": ["gold"]}]}"""));
        return world.asAdministrator(
                () -> lists.count(types.of("customer"), criterion, 2 * MANY).n());
    }

    private void prospects() {
        world.asAdministrator(() -> {
            for (int from = 0; from < MANY; from += SLICE) {
                var slice = new ArrayList<Mutation>();
                for (int i = from; i < from + SLICE; i++) {
                    slice.add(new Mutation.Create(Ids.next(), prospect(i)));
                }
                records.write(Intent.of("seed", "customer"), w -> w.apply("customer", slice));
            }
            return true;
        });
    }

    private static ObjectNode prospect(int number) {
        var values = Values.object().put("kind", "organisation").put("stage", "prospect");
        return values.put("name", "Salon %04d".formatted(number));
    }
}
