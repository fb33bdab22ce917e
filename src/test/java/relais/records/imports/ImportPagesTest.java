package relais.records.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.world.Browser;
import relais.world.Homes;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class ImportPagesTest {
    @Autowired
    World world;

    @Test
    void aFrenchFileGoesAllTheWayOverThePages() throws IOException {
        var browser = world.browserOf(world.verdier().administrator());
        assertThat(browser.page("/imports").select("h1").text()).isEqualTo("Imports");
        assertThat(browser.page("/imports/new").select("input[type=file]")).hasSize(1);

        var text = "REF_CLIENT;Raison sociale;Tél.;CP;Cat.;Nb machines\n"
                + "V-1;Hôtel <b>du</b> Parc;04.78.55.01.12;69003;A;2\nV-2;SARL Mercier;voir standard;69100;B;4\n"
                + "V-3;Salon Naïa;04 78 00 00 03;69100;;7\nV-3;Salon Naïa;04 78 00 00 03;69100;;7\n";
        var sent = send(browser, "contacts-salon.csv", text.getBytes(Charset.forName("windows-1252")));
        assertThat(sent.statusCode()).as(sent.body()).isIn(302, 303);
        var path = sent.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        var columns = browser.page(path);
        assertThat(columns.select("tbody tr")).hasSize(6);
        assertThat(columns.select("select[name=target.0] option[selected]").val())
                .isEqualTo("reference");
        assertThat(columns.select("select[name=target.5] option[selected]").val())
                .isEqualTo("new");
        assertThat(columns.text())
                .contains("2 valeurs à traduire", "Windows-1252, séparé par ;", "La ligne 1, telle qu’elle sera");
        assertThat(columns.select("#preview").html()).contains("&lt;b&gt;");
        assertThat(columns.select("[style], [onclick]")).isEmpty();

        var address = path.substring(0, path.lastIndexOf('/'));
        var mapped = browser.post(path, "word.4.0", "A", "code.4.0", "gold", "word.4.1", "B", "code.4.1", "silver");
        assertThat(mapped.statusCode()).isEqualTo(303);
        assertThat(browser.page(path).text()).contains("Valeurs traduites");
        assertThat(browser.post(address + "/kept", "name", "Salon").statusCode())
                .isEqualTo(303);
        assertThat(browser.post(path, "then", "trial").statusCode()).isEqualTo(303);

        var trial = browser.page(address + "/trial");
        assertThat(trial.select(".ledger .fig:not(.op)").eachText()).containsExactly("4", "2", "0", "1", "1");
        assertThat(trial.select("#duplicates").text())
                .contains("1 à trancher", "même référence", "deux fois dans le fichier");
        assertThat(trial.select("#rejections").text()).contains("ligne 3", "voir standard");
        var file = browser.get(address + "/refused.csv");
        assertThat(file.body())
                .startsWith("\uFEFFREF_CLIENT;")
                .contains("V-2;SARL Mercier;voir standard;69100;B;4;3;Tél.");

        assertThat(browser.post(address + "/decisions/4", "decision", "LINK").statusCode())
                .isEqualTo(303);
        assertThat(browser.page(address + "/trial").select("#duplicates").text())
                .contains("Tout est tranché");
        assertThat(browser.post(address + "/run").statusCode()).isEqualTo(303);
        Homes.await(() -> browser.page(address).select(".ledger").size() == 1);
        var result = browser.page(address);
        assertThat(result.text()).contains("contacts-salon.csv est importé", "Écart nul", "Annuler l’import");
        assertThat(result.select(".ledger .fig:not(.op)").eachText()).containsExactly("4", "2", "0", "1", "1");
        assertThat(browser.get(address + "/refused.csv").body()).contains("V-2;SARL Mercier;voir standard");

        assertThat(browser.post(address + "/undo").statusCode()).isEqualTo(303);
        assertThat(browser.page(address).text()).contains("est annulé");
        assertThat(browser.page("/imports").select("table").text())
                .contains("contacts-salon.csv", "Annulé", "2 reprises");
        assertThat(browser.post(address + "/undo").statusCode()).isEqualTo(409);
    }

    @Test
    void everyPageSpeaksEnglishToo() throws IOException {
        var browser = world.browserOf(world.kerval().administrator());
        browser.post("/preferences", "language", "en", "back", "/");
        var sent = send(browser, "n.csv", "name,seen\nA,2026-01-02\n".getBytes(StandardCharsets.UTF_8));
        var path = sent.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        for (var page : new String[] {"/imports", "/imports/new", path}) {
            assertThat(browser.page(page).text()).doesNotContain("imports.", "problem.");
        }
    }

    @Test
    void badFilesGetAClearAnswerAtTheForm() {
        var browser = world.browserOf(world.verdier().manager());
        refused(browser, "a,b\n\"x,1\ny,2\n".getBytes(StandardCharsets.UTF_8), "ligne 2");
        refused(browser, new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}, "abîmé");
        refused(browser, new byte[] {1, 2, 3, 0, 0, 0, 7, 8, 9}, "ni un texte");
        refused(browser, new byte[0], "Ce fichier est vide");
        assertThat(browser.page("/imports/new").text()).contains("500 Mo");
        refused(browser, "\n\n \n".getBytes(StandardCharsets.UTF_8), "aucune ligne");
    }

    @Test
    void whoMayNotImportSeesNoEntryAndNoPage() {
        var browser = world.browserOf(world.verdier().reader());
        assertThat(browser.page("/operations").select("a[href=/imports]")).isEmpty();
        assertThat(browser.get("/imports").statusCode()).isEqualTo(403);
        assertThat(send(browser, "x.csv", "name\nA\n".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theRealFilesGoThroughThePages() throws IOException {
        var path = Path.of("../shared/data/telco/Telco-Customer-Churn.csv");
        Assumptions.assumeTrue(Files.exists(path), "no " + path);
        var browser = world.browserOf(world.verdier().administrator());
        var sent = send(browser, "Telco-Customer-Churn.csv", Files.readAllBytes(path));
        var columns = sent.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        var address = columns.substring(0, columns.lastIndexOf('/'));
        assertThat(browser.page(columns).select("tbody tr")).hasSize(21);
        browser.post(columns, "then", "trial");
        assertThat(browser.page(address + "/trial")
                        .select(".ledger .fig:not(.op)")
                        .text())
                .contains("7");
        long start = System.nanoTime();
        browser.post(address + "/run");
        Homes.await(() -> browser.page(address).select(".ledger").size() == 1);
        System.out.println("telco over the pages ms " + (System.nanoTime() - start) / 1_000_000);
        assertThat(browser.post(address + "/undo").statusCode()).isEqualTo(303);
    }

    private void refused(Browser browser, byte[] content, String why) {
        var answer = send(browser, "bad.csv", content);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(browser.page(answer).select(".alert").text()).contains(why);
    }

    private static HttpResponse<String> send(Browser browser, String name, byte[] content) {
        return browser.upload("/imports", name, content, "object", "customer");
    }
}
