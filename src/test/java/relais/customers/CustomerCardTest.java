package relais.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class CustomerCardTest {
    private static final String TILLEULS = """
            {"kind":"organisation","name":"Hôtel des Tilleuls","tier":"platinum","industry":"Hôtellerie",
             "phones":[{"value":"04 65 71 12 08","label":"Accueil"}],"emails":[{"value":"hotel@tilleuls.example"}],
             "addresses":[{"lines":"18, quai des Bateliers","postcode":"69006","city":"Lyon"}]}""";

    @Autowired
    World world;

    @Autowired
    Cardboard cardboard;

    @Test
    void theCardSaysWhoItIsHowToReachThemAndWhatIsKnown() {
        var id = cardboard.customer(TILLEULS);
        var page = world.browserOf(world.verdier().agent()).page("/customers/" + id);
        assertThat(page.select("h1").text()).isEqualTo("Hôtel des Tilleuls Platine");
        assertThat(page.select("#heading p").text()).startsWith("Hôtellerie · Lyon · client depuis");
        assertThat(page.select("#heading a[data-key=a]").attr("href")).isEqualTo("tel:+33465711208");
        assertThat(page.select("#heading a[href^=mailto]").attr("href")).isEqualTo("mailto:hotel@tilleuls.example");
        assertThat(page.select("#f-customer-addresses .point").text()).isEqualTo("18, quai des Bateliers 69006 Lyon");
        assertThat(page.select("#f-customer-owner dd").text()).isEqualTo("À compléter");
        assertThat(page.select("#f-customer-birthDate")).isEmpty();
        assertThat(page.select("[style], [onclick]")).isEmpty();
    }

    @Test
    void aNewPersonNeedsANameOnlyAndIsShownAtOnce() {
        var browser = world.browserOf(world.verdier().agent());
        assertThat(browser.page("/customers/new").select("input[name=givenName]"))
                .isNotEmpty();
        assertThat(browser.page("/customers/new/fields?kind=organisation&phones.value=0465711208")
                        .select("input[name=phones.value]")
                        .first()
                        .val())
                .isEqualTo("04 65 71 12 08");
        var made = browser.post("/customers", "kind", "person", "givenName", "Sophie", "familyName", "Lemoine");
        assertThat(made.statusCode()).isEqualTo(303);
        var card = browser.page(made.headers().firstValue("Location").orElseThrow());
        assertThat(card.select("h1").text()).isEqualTo("Sophie Lemoine");
        assertThat(made.headers().allValues("Set-Cookie").toString())
                .contains("toast=")
                .contains("Lemoine");
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndNothingTypedIsLost() {
        var browser = world.browserOf(world.verdier().agent());
        var refused = browser.post(
                "/customers",
                "kind",
                "person",
                "givenName",
                "Sophie",
                "emails.value",
                "sophie",
                "emails.label",
                "privé",
                "birthDate",
                "31/02/1980");
        assertThat(refused.statusCode()).isEqualTo(422);
        var form = browser.page(refused);
        assertThat(form.select("#f-customer-emails-error").text()).contains("sophie");
        assertThat(form.select("#f-customer-birthDate-error").text()).contains("31/02/1980");
        assertThat(form.select("input[name=birthDate]").val()).isEqualTo("31/02/1980");
        assertThat(form.select("input[name=emails.label]").first().val()).isEqualTo("privé");
        assertThat(form.select("details[open]")).isNotEmpty();
    }

    @Test
    void someoneAlreadyKnownIsShownWhileTypingWithTheReason() {
        cardboard.customer(
                "{\"kind\":\"person\",\"givenName\":\"Jean\",\"familyName\":\"Petit\",\"phones\":[{\"value\":\"0611223344\"}]}");
        var hint = world.browserOf(world.verdier().agent()).page("/customers/new/duplicates?phones.value=06+11+22+33+44");
        assertThat(hint.text()).contains("Jean Petit").contains("même téléphone");
        assertThat(world.browserOf(world.kerval().agent())
                        .page("/customers/new/duplicates?phones.value=06+11+22+33+44")
                        .text())
                .isEmpty();
    }

    @Test
    void aDeletedCustomerIsNoLongerFoundAndComesBackByUndo() {
        var id = cardboard.customer("{\"kind\":\"organisation\",\"name\":\"Éphémère\"}");
        var browser = world.browserOf(world.verdier().administrator());
        var gone = browser.post("/customers/" + id + "/deletion");
        assertThat(gone.statusCode()).isEqualTo(303);
        assertThat(browser.get("/customers/" + id).statusCode()).isEqualTo(404);
        var toast = java.net.URLDecoder.decode(
                gone.headers().firstValue("Set-Cookie").orElseThrow(), java.nio.charset.StandardCharsets.UTF_8);
        var operation = toast.replaceAll("(?s).*\"operation\":\"([^\"]+)\".*", "$1");
        browser.post("/operations/" + operation + "/undo", "back", "/customers/" + id);
        assertThat(browser.get("/customers/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void hostileNamesAreOnlyText() {
        var id = cardboard.customer(
                "{\"kind\":\"organisation\",\"name\":\"<script>alert(1)</script>\",\"tags\":[\"<img src=x onerror=alert(2)>\"]}");
        var response = world.browserOf(world.verdier().agent()).get("/customers/" + id);
        assertThat(response.body()).doesNotContain("<script>alert(1)").doesNotContain("<img src=x");
    }

    @Test
    void anotherWorkspaceFindsNothingUnderTheAddress() {
        var id = cardboard.customer("{\"kind\":\"organisation\",\"name\":\"Chez nous\"}");
        var stranger = world.browserOf(world.kerval().administrator());
        for (var part :
                new String[] {"", "?at=2020-01-01", "/thread", "/affiliations", "/activity", "/heading", "/facts"}) {
            assertThat(stranger.get("/customers/" + id + part).statusCode())
                    .as(part)
                    .isEqualTo(404);
        }
        assertThat(stranger.get("/records/customer/" + id + "/fields/name").statusCode())
                .isEqualTo(404);
        assertThat(stranger.htmx("PUT", "/records/customer/" + id + "/fields/name", "name", "X", "version", "1")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aReaderSeesTheCardWithoutAnyControlAndIsRefusedEveryWrite() {
        var id = cardboard.customer(TILLEULS);
        var reader = world.browserOf(world.verdier().reader());
        var page = reader.page("/customers/" + id);
        assertThat(page.select("#f-customer-tier dd").text()).isEqualTo("Platine");
        assertThat(page.select(".composer, button.val, [hx-put], [hx-delete], form[action$=deletion], a[href*=edit]"))
                .isEmpty();
        var put = reader.htmx("PUT", "/records/customer/" + id + "/fields/tier", "tier", "gold", "version", "1");
        assertThat(put.statusCode()).isEqualTo(403);
        assertThat(reader.get("/records/customer/" + id + "/fields/tier/editing")
                        .statusCode())
                .isEqualTo(403);
        assertThat(reader.get("/records/customer/" + id + "/edit").statusCode()).isEqualTo(403);
        assertThat(reader.get("/customers/new").statusCode()).isEqualTo(403);
        assertThat(reader.post("/customers", "kind", "person", "familyName", "X")
                        .statusCode())
                .isEqualTo(403);
    }
}
