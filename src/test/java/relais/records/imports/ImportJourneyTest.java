package relais.records.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import relais.world.Chromium;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class ImportJourneyTest {
    private static final Path DATA = Path.of("../shared/data");
    private static final @Nullable String SHOTS = System.getProperty("relais.shots");

    @TempDir
    Path folder = Path.of("");

    @Autowired
    World world;

    @Autowired
    Environment environment;

    @Test
    void aFrenchFileIsMappedTriedDecidedImportedAndTakenBack() throws IOException {
        try (var chromium = Chromium.start()) {
            var page = window(chromium, 1440, 900);
            Chromium.signIn(page, world.verdier().administrator());
            page.navigate("/imports");
            Chromium.accessible(page);
            shot(page, "imports-vide");
            importFile(page, french(false), "contacts-2025.csv");

            page.navigate("/imports/new");
            Chromium.accessible(page);
            shot(page, "envoi");
            choose(page, french(true), "contacts-salon.csv");
            shot(page, "colonnes");
            Chromium.accessible(page);
            page.locator(".import-words summary").first().click();
            page.selectOption("select[name='code.6.0']", "gold");
            page.selectOption("select[name='code.6.1']", "silver");
            page.locator(".import-words .btn").first().click();
            page.waitForSelector("text=Valeurs traduites");
            page.selectOption("select[name='target.11']", "skip");
            page.waitForSelector("text=11 sur 12 prises");
            page.locator("#preview a").last().click();
            page.waitForSelector("text=La ligne 2, telle");
            shot(page, "colonnes-traduites");

            page.click("button[value=trial]");
            page.waitForURL("**/trial");
            Chromium.accessible(page);
            shot(page, "essai");
            dark(page, "essai-sombre");
            page.setViewportSize(390, 844);
            shot(page, "essai-390");
            Chromium.accessible(page);
            page.setViewportSize(1440, 900);
            page.locator("#differences input.ck:not([disabled])").first().uncheck();
            page.waitForFunction("() => !document.querySelector('#differences input.ck:not([disabled])').checked");
            page.locator("#duplicates header button").click();
            page.waitForSelector("text=Tout est tranché");
            shot(page, "essai-tranche");

            page.click("form[action$='/run'] button");
            page.waitForSelector("text=contacts-salon.csv est importé");
            Chromium.accessible(page);
            shot(page, "resultat");
            page.setViewportSize(390, 844);
            shot(page, "resultat-390");
            page.setViewportSize(1440, 900);
            page.click("text=Annuler l’import");
            page.waitForSelector("text=est annulé");
            shot(page, "annule");
            page.navigate("/imports");
            Chromium.accessible(page);
            shot(page, "imports");
            dark(page, "imports-sombre");
        }
    }

    @Test
    void theRealFilesImportAsTheyAre() throws IOException {
        Assumptions.assumeTrue(Files.exists(DATA), "no " + DATA);
        try (var chromium = Chromium.start()) {
            var page = window(chromium, 1440, 900);
            Chromium.signIn(page, world.kerval().administrator());
            for (var name :
                    new String[] {"telco/Telco-Customer-Churn.csv", "crm-pipeline/accounts.csv", "dedupe/dataset3.csv"
                    }) {
                page.navigate("/imports/new");
                page.setInputFiles("#file", DATA.resolve(name));
                page.click("text=Envoyer le fichier");
                page.waitForURL("**/columns");
                shot(page, "colonnes-" + name.replaceAll("\\W+", "-"));
                Chromium.accessible(page);
                page.click("button[value=trial]");
                page.waitForURL("**/trial", new Page.WaitForURLOptions().setTimeout(60_000));
                shot(page, "essai-" + name.replaceAll("\\W+", "-"));
                if (page.locator("#duplicates header button").count() > 0) {
                    page.locator("#duplicates header button").click();
                    page.waitForSelector("text=Tout est tranché");
                }
                page.click("form[action$='/run'] button");
                page.waitForSelector("text=est importé", new Page.WaitForSelectorOptions().setTimeout(60_000));
                shot(page, "resultat-" + name.replaceAll("\\W+", "-"));
                assertThat(page.locator(".ledger .tag.good").count()).isEqualTo(1);
            }
        }
    }

    private Page window(Chromium chromium, int width, int height) {
        return chromium.window(
                "http://localhost:" + environment.getRequiredProperty("local.server.port"), width, height);
    }

    private void importFile(Page page, byte[] content, String name) throws IOException {
        page.navigate("/imports/new");
        choose(page, content, name);
        page.click("button[value=trial]");
        page.waitForURL("**/trial");
        page.click("form[action$='/run'] button");
        page.waitForSelector("text=est importé");
    }

    private void choose(Page page, byte[] content, String name) throws IOException {
        page.setInputFiles("#file", Files.write(folder.resolve(name), content));
        page.click("text=Envoyer le fichier");
        page.waitForURL("**/columns");
    }

    private static byte[] french(boolean later) {
        var text = new StringBuilder(
                "REF_CLIENT;Raison sociale;Tél.;Courriel;CP;Ville;Cat.;Commercial;Dernière cde;CA N-1;"
                        + "Accord mail;Mémo\n");
        for (int i = 1; i <= 40; i++) {
            boolean known = i <= 30;
            text.append(known || !later ? "V-" + (1000 + i) : "")
                    .append(";Client n° ")
                    .append(i)
                    .append(later && i > 35 ? " SARL" : "")
                    .append(";04.78.55.01.")
                    .append(later && i % 7 == 0 ? 50 + i : 10 + i)
                    .append(";client")
                    .append(i)
                    .append(later && i % 9 == 0 ? ".parc.example" : "@parc.example")
                    .append(";69003;Lyon;")
                    .append(later ? "AB".charAt(i % 2) : "")
                    .append(";I. GARNIER;")
                    .append(later && i % 8 == 0 ? "31/02/2025" : (1 + i % 28) + "/12/2025")
                    .append(";12 ")
                    .append(400 + i + (later ? 7 : 0))
                    .append(",50;")
                    .append(i % 2 == 0 ? "O" : "N")
                    .append(";vu avec JP\n");
        }
        for (int i = 41; later && i < 60; i++) {
            text.append("V-")
                    .append(2000 + i)
                    .append(";Maison ")
                    .append(i)
                    .append(";;maison")
                    .append(i)
                    .append("@parc.example;69100;Villeurbanne;A;;;;O;\n");
        }
        return text.toString().getBytes(Charset.forName("windows-1252"));
    }

    private static void dark(Page page, String name) throws IOException {
        if (SHOTS != null) {
            page.evaluate("document.documentElement.dataset.theme = 'dark'");
            shot(page, name);
            page.evaluate("document.documentElement.dataset.theme = 'light'");
        }
    }

    private static void shot(Page page, String name) throws IOException {
        if (SHOTS != null) {
            Chromium.picture(page, Path.of(SHOTS, name + ".png"));
        }
    }
}
