package relais.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import relais.identity.Memberships;
import relais.identity.Reach;
import relais.identity.door.Sessions;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Values;
import relais.world.Chromium;
import relais.world.RelaisTest;
import relais.world.World;

/** An object of one's own, from the settings to the colleague who sees one site. */
@RelaisTest
class OwnObjectJourneyTest {
    private static final String SHOTS = System.getenv("RELAIS_SHOTS");

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    Memberships memberships;

    @Autowired
    Sessions sessions;

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
    void unChantierSeCreeSImporteSeDeplaceEtSAnnuleChacunVoyantSonAgence() throws IOException {
        var company = world.verdier();
        customer(company, company.administrator(), "Clinique Saint-Aubin");
        var page = window();
        Chromium.signIn(page, company.administrator());

        page.navigate("/settings/objects");
        page.click("a[href='/settings/objects/new']");
        page.fill("#oneFr", "Chantier");
        page.fill("#oneEn", "Worksite");
        page.locator("label.pick:has(input[value=hard-hat])").click();
        Chromium.accessible(page);
        shot(page, "objet-nouveau");
        page.click("text=Créer l’objet");
        page.waitForURL("**/settings/objects/worksite");
        field(page, "Étape", "CHOICE", "À préparer", "En cours", "Fini");
        field(page, "Client", "LINK");
        field(page, "Adresse", "ADDRESS");
        shot(page, "objet-champs");

        imported(page, "Chantiers", "Nom;Étape;Client;Agence\n", "Salle %d;À préparer;Clinique Saint-Aubin;%s\n");
        page.navigate("/worksites");
        assertThat(page.locator("table")).containsText("Clinique Saint-Aubin");
        assertThat(page.locator(".bar .sub")).containsText("200");
        Chromium.accessible(page);
        shot(page, "chantiers");

        page.click("a[aria-label=Tableau]");
        page.waitForURL("**/worksites/board*");
        moved(page, "En cours", "Annuler");

        page.locator(".tile .nm").first().click();
        page.waitForSelector("#facts");
        Chromium.accessible(page);
        shot(page, "chantier");
        page.setViewportSize(390, 844);
        shot(page, "chantier-390");
        page.setViewportSize(1440, 900);

        memberships.reach(company.id(), company.agent().id(), Reach.Extent.OWN);
        sessions.changed();
        var claire = window();
        Chromium.signIn(claire, company.agent());
        claire.navigate("/worksites");
        assertThat(claire.locator(".bar .sub")).containsText("100");
        assertThat(claire.locator("table")).not().containsText("Nantes");
        claire.navigate("/worksites/board");
        assertThat(claire.locator(".tile").first()).isVisible();
        moved(claire, "En cours", "Annuler");
    }

    @Test
    void aWorksiteIsMadeImportedMovedAndTakenBack() throws IOException {
        var company = world.kerval();
        customer(company, company.administrator(), "Harbour Clinic");
        var page = window();
        Chromium.signIn(page, company.administrator());
        page.navigate("/account");
        page.selectOption("#language", "en");
        page.locator("form:has(#language) button.pri").click();
        page.navigate("/settings/objects/new");
        assertThat(page.locator("h1")).hasText("New object");
        page.fill("#oneFr", "Chantier");
        page.fill("#oneEn", "Worksite");
        page.click("text=Create object");
        page.waitForURL("**/settings/objects/worksite");
        field(page, "Stage", "CHOICE", "To prepare", "Running", "Done");
        field(page, "Customer", "LINK");
        imported(page, "Worksites", "Name,Stage,Customer\n", "Room %d,To prepare,Harbour Clinic\n");
        page.navigate("/worksites");
        assertThat(page.locator("table")).containsText("Harbour Clinic");
        page.click("a[aria-label=Board]");
        page.waitForURL("**/worksites/board*");
        moved(page, "Running", "Undo");
        page.navigate("/worksites/board");
        shot(page, "worksites-board");
    }

    private void customer(World.Company company, World.Person person, String name) {
        world.as(company, person, () -> {
            var values = Values.object();
            values.put("kind", "organisation");
            values.put("name", name);
            records.write(Intent.of("record.create", name), w -> w.create("customer", values));
        });
    }

    private Page window() {
        return chromium.window("http://localhost:" + port, 1440, 900);
    }

    private static void field(Page page, String label, String type, String... choices) {
        page.navigate("/settings/objects/worksite/fields/new");
        page.fill("#labelFr", label);
        page.locator("label.pick:has(input[value=" + type + "])").click();
        for (int i = 0; i < choices.length; i++) {
            page.locator("input[name=choiceFr]").nth(i).fill(choices[i]);
        }
        page.selectOption("#section", "main");
        page.locator(".field-form .btn.pri").click();
        page.waitForURL("**/settings/objects/worksite");
        assertThat(page.locator("table")).containsText(label);
    }

    private void imported(Page page, String name, String head, String line) {
        var file = new StringBuilder(head);
        for (int i = 0; i < 200; i++) {
            file.append(line.formatted(i, i % 2 == 0 ? "Lyon Part-Dieu" : "Nantes"));
        }
        page.navigate("/imports/new?object=worksite");
        page.setInputFiles(
                "#file",
                new FilePayload(name + ".csv", "text/csv", file.toString().getBytes(StandardCharsets.UTF_8)));
        page.locator(".import-upload .btn.pri").click();
        page.waitForURL("**/columns");
        page.click("button[value=trial]");
        page.waitForURL("**/trial");
        page.click("form[action$='/run'] button");
        page.waitForSelector(".ledger .tag.good");
    }

    /** With the mouse to another column and back by the toast, then with the keyboard alone. */
    private static void moved(Page page, String to, String undo) throws IOException {
        var columns = page.locator(".board > section");
        assertThat(columns).hasCount(3);
        Chromium.accessible(page);
        var card = page.locator(".tile").first();
        var id = card.getAttribute("id");
        card.dragTo(columns.nth(1));
        assertThat(columns.nth(1).locator("#" + id)).isVisible();
        assertThat(page.locator("relais-toast .toast")).containsText(to);
        shot(page, "tableau");
        page.locator("relais-toast .toast").getByText(undo).click();
        page.waitForFunction(
                "id => document.querySelector('.board > section').contains(document.getElementById(id))", id);

        page.locator("#" + id).focus();
        page.keyboard().press("Shift+ArrowRight");
        assertThat(columns.nth(1).locator("#" + id)).isFocused();
        page.keyboard().press("Shift+ArrowLeft");
        assertThat(columns.first().locator("#" + id)).isFocused();
    }

    private static void shot(Page page, String name) throws IOException {
        if (SHOTS != null) {
            Chromium.picture(page, Path.of(SHOTS, name + ".png"));
        }
    }
}
