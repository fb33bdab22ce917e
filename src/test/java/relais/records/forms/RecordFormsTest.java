package relais.records.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.customers.Cardboard;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class RecordFormsTest {
    @Autowired
    World world;

    @Autowired
    Cardboard cardboard;

    private Browser browser;
    private UUID id;

    @BeforeEach
    void aCustomer() {
        browser = world.browserOf(world.verdier().agent());
        id = cardboard.customer(
                "{\"kind\":\"organisation\",\"name\":\"Imprimerie Delmas\",\"tier\":\"gold\",\"phones\":[{\"value\":\"0465711280\"}]}");
    }

    private String field(String name) {
        return "/records/customer/" + id + "/fields/" + name;
    }

    private Document row(String name) {
        return browser.page(field(name));
    }

    @Test
    void aFieldIsEditedInItsPlaceAndTheToastOffersUndo() {
        var editor = browser.page(field("phones") + "/editing");
        assertThat(editor.select("input[name=phones.value]").first().val()).isEqualTo("04 65 71 12 80");
        var saved = browser.htmx(
                "PUT", field("phones"), "version", "1", "phones.value", "04.65.71.12.08", "phones.label", "Bar");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(browser.page(saved).select(".prop dd").text()).contains("04 65 71 12 08 Bar");
        assertThat(saved.headers().firstValue("HX-Trigger").orElse(""))
                .contains("toast")
                .contains("operation");
        assertThat(saved.headers().firstValue("HX-Trigger-After-Settle").orElse(""))
                .contains("record-changed");
    }

    @Test
    void theNameOfAPersonIsMadeOfTheirNamesAndNotThrownAwayWhenWrittenByItself() {
        var person = cardboard.customer("{\"kind\":\"person\",\"givenName\":\"Adrien\",\"familyName\":\"Guérin\"}");
        var path = "/records/customer/" + person;
        var refused = browser.htmx("PUT", path + "/fields/name", "version", "1", "name", "Zorro Vega");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(browser.page(refused).text()).contains("se compose d’autres champs");
        assertThat(browser.page(path + "/edit").select("[name=name]")).isEmpty();
        assertThat(browser.page("/customers/" + person).select("[data-field=name]"))
                .isEmpty();
        assertThat(browser.htmx("PUT", path + "/fields/familyName", "version", "1", "familyName", "Vega")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRefusedValueStaysWithItsReason() {
        var refused = browser.htmx("PUT", field("birthDate"), "version", "1", "birthDate", "31/02/2020");
        assertThat(refused.statusCode()).isEqualTo(422);
        var editor = browser.page(refused);
        assertThat(editor.select("input[name=birthDate]").val()).isEqualTo("31/02/2020");
        assertThat(editor.select("input[name=birthDate]").attr("aria-invalid")).isEqualTo("true");
        assertThat(editor.select(".err").text()).contains("31/02/2020");
        assertThat(browser.htmx("PUT", field("phones"), "version", "1", "phones.value", "voir accueil")
                        .statusCode())
                .isEqualTo(422);
        assertThat(row("phones").text()).contains("04 65 71 12 80");
    }

    @Test
    void whoeverSavesSecondSeesBothValuesAndChooses() {
        cardboard.edit("customer", id, "{\"tier\":\"silver\"}");
        var late = browser.htmx("PUT", field("tier"), "version", "1", "tier", "platinum");
        assertThat(late.statusCode()).isEqualTo(409);
        var choice = browser.page(late);
        assertThat(choice.text()).contains("Claire Aubry").contains("Argent").contains("Platine");
        var version = choice.select("input[name=version]").val();
        var mine = choice.select("input[name=mine]").val();
        var chosen = browser.htmx("PUT", field("tier"), "version", version, "mine", mine, "keep", "mine");
        assertThat(chosen.statusCode()).isEqualTo(200);
        assertThat(row("tier").text()).contains("Platine");
    }

    @Test
    void whatAnotherPersonChangedElsewhereInTheRecordIsNoConflict() {
        cardboard.edit("customer", id, "{\"industry\":\"Papeterie\"}");
        assertThat(browser.htmx("PUT", field("tier"), "version", "1", "tier", "platinum")
                        .statusCode())
                .isEqualTo(200);
        assertThat(row("industry").text()).contains("Papeterie");
    }

    @Test
    void theWholeFormAsksOnlyAboutFieldsThatBothChanged() {
        cardboard.edit("customer", id, "{\"tier\":\"silver\"}");
        var late = browser.post(
                "/records/customer/" + id,
                "version",
                "1",
                "name",
                "Imprimerie Delmas et fils",
                "tier",
                "platinum",
                "stage",
                "customer",
                "kind",
                "organisation");
        assertThat(late.statusCode()).isEqualTo(409);
        var choice = browser.page(late);
        assertThat(choice.select("fieldset")).hasSize(1);
        assertThat(choice.select("input[name=mine.name]").val()).contains("et fils");
        var done = browser.post(
                "/records/customer/" + id,
                "version",
                choice.select("input[name=version]").val(),
                "back",
                "/customers/" + id,
                "mine.name",
                choice.select("input[name=mine.name]").val(),
                "mine.tier",
                choice.select("input[name=mine.tier]").val(),
                "keep.tier",
                "theirs");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(row("tier").text()).contains("Argent");
        assertThat(row("name").text()).contains("Delmas et fils");
    }

    @Test
    void aRecordThatWentToTheTrashMeanwhileKeepsWhatWasTyped() {
        world.browserOf(world.verdier().administrator()).post("/customers/" + id + "/deletion");
        var late = browser.htmx("PUT", field("industry"), "version", "1", "industry", "Imprimerie d’art");
        assertThat(late.statusCode()).isEqualTo(409);
        var answer = browser.page(late);
        assertThat(answer.select("input[name=industry]").val()).isEqualTo("Imprimerie d’art");
        assertThat(answer.select("form[action*=undo]")).isNotEmpty();
    }

    @Test
    void theOriginTellsWhoWroteAValueAndBringsTheFormerOneBack() {
        cardboard.edit("customer", id, "{\"phones\":[{\"value\":\"0465711208\"}]}");
        var origin = browser.page(field("phones") + "/origin");
        assertThat(origin.text())
                .contains("Saisi par Claire Aubry")
                .contains("04 65 71 12 80")
                .contains("Rétablir");
        assertThat(browser.htmx("POST", field("phones") + "/restoration").statusCode())
                .isEqualTo(200);
        assertThat(row("phones").text()).contains("04 65 71 12 80");
    }

    @Test
    void suggestionsBeginWithWhatIsTypedAndStayInTheWorkspace() {
        assertThat(browser.page("/records/customer/suggestions?q=imprim").text())
                .contains("Imprimerie Delmas");
        assertThat(world.browserOf(world.kerval().agent())
                        .page("/records/customer/suggestions?q=imprim")
                        .text())
                .doesNotContain("Delmas");
        cardboard.edit("customer", id, "{\"tags\":[\"Palace\"]}");
        assertThat(browser.page("/records/customer/fields/tags/suggestions?q=pal")
                        .text())
                .contains("Palace");
    }

    @Test
    void theFormNeverLeadsToAnotherSite() {
        for (var evil : new String[] {"https://evil.example", "//evil.example", "/\\evil.example"}) {
            var page = browser.page("/records/customer/" + id + "/edit?back="
                    + java.net.URLEncoder.encode(evil, java.nio.charset.StandardCharsets.UTF_8));
            assertThat(page.select("input[name=back]").val()).isEqualTo("/customers/" + id);
        }
    }
}
