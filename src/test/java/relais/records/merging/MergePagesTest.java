package relais.records.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Values;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class MergePagesTest {
    @Autowired
    World world;

    @Autowired
    Records records;

    private Browser browser;
    private UUID a;
    private UUID b;

    @BeforeEach
    void twoThatLookAlike() {
        browser = world.browserOf(world.verdier().administrator());
        a = make("customer", "{\"kind\":\"organisation\",\"name\":\"Groupe Ormeaux\",\"tier\":\"gold\",\"phones\":[{\"value\":\"0472651040\"}]}");
        b = make("customer", "{\"kind\":\"organisation\",\"name\":\"Ormeaux SAS\",\"tier\":\"bronze\",\"phones\":[{\"value\":\"0472651040\"}]}");
        make("note", "{\"customer\":\"%s\",\"body\":\"Devis\"}".formatted(a));
        make("note", "{\"customer\":\"%s\",\"body\":\"Relance\"}".formatted(b));
    }

    @Test
    void thePageShowsDifferencesWhatFollowsAndTheReason() {
        var page = browser.page("/merges/new?id=" + a + "&id=" + b);
        assertThat(page.select("h1").text()).isEqualTo("Fusionner deux fiches");
        assertThat(page.select(".sub").text()).contains("ressemblance").contains("même téléphone");
        assertThat(page.select("tbody th").eachText()).contains("Nom", "Statut").doesNotContain("Téléphone");
        assertThat(page.select(".same").text()).contains("Téléphone");
        assertThat(page.select(".follow").text()).isEqualTo("Notes1 + 12");
        assertThat(page.select("[name=from.tier][checked]").val()).isEqualTo(a.toString());
    }

    @Test
    void mergedByTheFormTheOldAddressLeadsToTheNewAndSeparatesOnItsPage() {
        var merged = browser.post(
                "/merges",
                "object", "customer", "id", a.toString(), "id", b.toString(), "field", "tier", "from.tier", b.toString());
        assertThat(merged.statusCode()).as(merged.body()).isEqualTo(303);
        var old = browser.get("/customers/" + b);
        assertThat(old.statusCode()).isEqualTo(303);
        assertThat(old.headers().firstValue("Location")).hasValueSatisfying(l -> assertThat(l).endsWith("/customers/" + a));
        var card = browser.page("/customers/" + a);
        assertThat(card.text()).contains("Ormeaux SAS");
        var address = browser.get("/merges/of/customer/" + a).headers().firstValue("Location").orElseThrow();
        var page = browser.page(address.substring(address.indexOf("/merges")));
        assertThat(page.select("h1").text()).isEqualTo("Séparer Ormeaux SAS de Groupe Ormeaux");
        assertThat(page.select(".ledger .fig:not(.op)").eachText()).containsExactly("2", "1", "1", "0");
        var separated = browser.post(page.select("form#separation").attr("action"));
        assertThat(separated.statusCode()).isEqualTo(303);
        assertThat(browser.page("/customers/" + b).select("h1").text()).contains("Ormeaux SAS");
        assertThat(browser.get("/merges/of/customer/" + a).statusCode()).isEqualTo(200);
    }

    @Test
    void theSearchFindsTheSurvivorByTheFormerName() {
        browser.post("/merges", "object", "customer", "id", a.toString(), "id", b.toString());
        assertThat(browser.get("/palette?q=ormeaux+sas").body()).contains("/customers/" + a);
    }

    @Test
    void whatSomebodyChangedMeanwhileIsShownAgainBeforeItIsMerged() {
        var answer = browser.post(
                "/merges", "object", "customer", "id", a.toString(), "id", b.toString(), "version." + a, "9");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(browser.page(answer).select(".alert").text()).contains("Groupe Ormeaux a été modifié entre-temps");
    }

    @Test
    void pairsThatAreNotTheSameAreRemembered() {
        var answer = browser.post("/merges/distinctions", "object", "customer", "id", a.toString(), "id", b.toString());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(browser.cookie("toast")).contains("Pas%20des%20doublons");
    }

    private UUID make(String object, String json) {
        return world.asAdministrator(() -> records.write(
                        Intent.of("record.create", "x"), w -> w.create(object, (ObjectNode) Values.parse(json)))
                .result()
                .id());
    }
}
