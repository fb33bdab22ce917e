package relais.records.fields;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Values;
import relais.world.Chromium;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class FormulaJourneyTest {
    private static final @Nullable String SHOTS = System.getProperty("relais.shots");

    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    Environment environment;

    private void make(String object, String values) {
        world.asAdministrator(() -> records.write(
                Intent.of("record.create", "x"), w -> w.create(object, (ObjectNode) Values.parse(values))));
    }

    @Test
    void aFormulaIsRepairedWhileItIsTypedARollUpIsPutTogetherAndARuleIsWritten() throws IOException {
        make("field", "{\"object\":\"customer\",\"code\":\"budget\",\"type\":\"NUMBER\",\"labelFr\":\"Budget\"}");
        make("field", "{\"object\":\"customer\",\"code\":\"facture\",\"type\":\"NUMBER\",\"labelFr\":\"Facturé\"}");
        make("customer", "{\"name\":\"Clinique Saint-Aubin\",\"custom.budget\":200,\"custom.facture\":124}");
        make("customer", "{\"name\":\"Hôtel des Tilleuls\",\"custom.budget\":50,\"custom.facture\":9}");
        make("customer", "{\"name\":\"Siège Ormeaux\",\"custom.budget\":0,\"custom.facture\":12}");
        try (var chromium = Chromium.start()) {
            var page = chromium.window(
                    "http://localhost:" + environment.getRequiredProperty("local.server.port"), 1440, 900);
            Chromium.signIn(page, world.verdier().administrator());
            formula(page);
            rollUp(page);
            rule(page);
            page.setViewportSize(390, 844);
            page.navigate("/settings/objects/customer/formulas/new");
            page.fill("#formula", "arrondi(Facturé / Budget * 100; 0)");
            page.waitForSelector(".samples");
            Chromium.accessible(page);
            shot(page, "formule-390");
        }
    }

    private static void formula(Page page) throws IOException {
        page.navigate("/settings/objects/customer/fields/new");
        page.click("a.chip:has-text('Formule')");
        page.waitForURL("**/formulas/new");
        page.fill("#labelFr", "Avancement facturé");
        page.fill("#labelEn", "Billed progress");
        page.fill("#formula", "arrondi(Facturé / Budgt * 100; 0)");
        page.waitForSelector("text=« Budgt » n’existe pas");
        Chromium.accessible(page);
        shot(page, "formule-erreur");
        page.click("[data-repair]");
        page.waitForSelector("text=La formule tient");
        assertThat(page.inputValue("#formula")).isEqualTo("arrondi(Facturé / Budget * 100; 0)");
        assertThat(page.innerText(".samples")).contains("62").contains("division par zéro");
        page.click(".inserts summary");
        page.click("[data-insert='max()']");
        assertThat(page.inputValue("#formula")).endsWith("max()");
        page.fill("#formula", "arrondi(Facturé / Budget * 100; 0)");
        page.waitForSelector("text=La formule tient");
        shot(page, "formule");
        if (SHOTS != null) {
            page.evaluate("document.documentElement.dataset.theme = 'dark'");
            shot(page, "formule-sombre");
            page.evaluate("document.documentElement.dataset.theme = 'light'");
        }
        page.click("button:has-text('Ajouter')");
        page.waitForSelector("td:has-text('Formule, Nombre')");
        shot(page, "champs");
    }

    private static void rollUp(Page page) throws IOException {
        page.navigate("/settings/objects/customer/rollups/new");
        page.fill("#labelFr", "Appels");
        page.selectOption("#way", "notes");
        page.waitForSelector("select[name=whereField]");
        page.selectOption("select[name=whereField]", "kind");
        page.waitForSelector("select[name=whereOp]");
        page.selectOption("select[name=whereValue]", "call");
        assertThat(page.inputValue("#labelFr")).isEqualTo("Appels");
        page.waitForTimeout(500);
        Chromium.accessible(page);
        shot(page, "cumul");
        page.click("button:has-text('Ajouter')");
        page.waitForSelector("td:has-text('Cumul, Nombre')");
    }

    private static void rule(Page page) throws IOException {
        page.navigate("/settings/objects/customer/rules/industry");
        page.fill("#valid", "longueur([Secteur]) >= 3");
        page.fill("#messageFr", "Trois lettres au moins.");
        page.waitForTimeout(600);
        Chromium.accessible(page);
        shot(page, "regle");
    }

    private static void shot(Page page, String name) throws IOException {
        if (SHOTS != null) {
            Chromium.picture(page, Path.of(SHOTS, name + ".png"));
        }
    }
}
