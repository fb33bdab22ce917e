package relais.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class AffiliationsTest {
    @Autowired
    World world;

    @Autowired
    Cardboard cardboard;

    private Browser browser;
    private UUID hotel;
    private UUID sophie;

    @BeforeEach
    void aHotelAndItsDirector() {
        browser = world.browserOf(world.verdier().administrator());
        hotel = cardboard.customer("{\"kind\":\"organisation\",\"name\":\"Hôtel des Tilleuls\"}");
        sophie = cardboard.customer("{\"kind\":\"person\",\"givenName\":\"Sophie\",\"familyName\":\"Lemoine\"}");
    }

    private String panel() {
        return browser.page("/customers/" + hotel + "/affiliations").text();
    }

    private String link() {
        var made = browser.htmx(
                "POST",
                "/customers/" + hotel + "/affiliations",
                "side",
                "person",
                "person",
                sophie.toString(),
                "kind",
                "employment",
                "role",
                "Directrice",
                "main",
                "true",
                "startedOn",
                "12/03/2019");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        return browser.page(made).select("[hx-get$=editing]").attr("hx-get").replace("/editing", "");
    }

    @Test
    void bothEndsShowTheAffiliationWithRoleAndDates() {
        link();
        assertThat(panel())
                .contains("Sophie Lemoine")
                .contains("Directrice, contact principal")
                .contains("depuis 12 mars 2019");
        assertThat(browser.page("/customers/" + sophie + "/affiliations").text())
                .contains("Hôtel des Tilleuls");
    }

    @Test
    void anOrganisationShowsItsPeoplesEntriesWhileTheyBelongToIt() {
        cardboard.make(
                "note",
                "{\"customer\":\"%s\",\"body\":\"Vue au salon\",\"occurredAt\":\"2026-01-01T10:00:00Z\"}"
                        .formatted(sophie));
        cardboard.make(
                "note",
                "{\"customer\":\"%s\",\"body\":\"Avant son poste\",\"occurredAt\":\"2018-01-01T10:00:00Z\"}"
                        .formatted(sophie));
        var address = link();
        var thread = browser.page("/customers/" + hotel + "/thread").text();
        assertThat(thread)
                .contains("Vue au salon")
                .contains("avec Sophie Lemoine")
                .doesNotContain("Avant son poste");
        browser.htmx("DELETE", address);
        assertThat(browser.page("/customers/" + hotel + "/thread").text()).doesNotContain("Vue au salon");
        assertThat(browser.page("/customers/" + sophie + "/thread").text()).contains("Vue au salon");
    }

    @Test
    void anAffiliationEndsIsEditedAndTakenAway() {
        var address = link();
        var edited = browser.htmx(
                "PUT",
                address,
                "version",
                "1",
                "role",
                "Gérante",
                "kind",
                "employment",
                "main",
                "",
                "startedOn",
                "12/03/2019",
                "endedOn",
                "");
        assertThat(edited.statusCode()).isEqualTo(200);
        assertThat(panel()).contains("Gérante").doesNotContain("contact principal");
        assertThat(browser.htmx("POST", address + "/ending").statusCode()).isEqualTo(200);
        assertThat(panel()).contains("du 12 mars 2019 au");
        var removed = browser.htmx("DELETE", address);
        assertThat(removed.headers().firstValue("HX-Trigger").orElse("")).contains("operation");
        assertThat(panel()).doesNotContain("Sophie");
    }

    @Test
    void whatCannotBeLinkedIsToldInTheForm() {
        var backwards = browser.htmx(
                "POST",
                "/customers/" + hotel + "/affiliations",
                "side",
                "person",
                "person",
                sophie.toString(),
                "kind",
                "employment",
                "startedOn",
                "12/03/2019",
                "endedOn",
                "12/03/2018");
        assertThat(backwards.statusCode()).isEqualTo(422);
        assertThat(browser.page(backwards).text()).contains("La fin précède le début");
        assertThat(browser.page(backwards).select("input[name=person]").val()).isEqualTo(sophie.toString());
        var nobody = browser.htmx(
                "POST",
                "/customers/" + hotel + "/affiliations",
                "side",
                "person",
                "person",
                "",
                "person.text",
                "Zoé Inconnue",
                "kind",
                "employment");
        assertThat(browser.page(nobody).text()).contains("Zoé Inconnue");
        var itself = browser.htmx(
                "POST",
                "/customers/" + hotel + "/affiliations",
                "side",
                "person",
                "person",
                hotel.toString(),
                "kind",
                "subsidiary");
        assertThat(itself.statusCode()).isEqualTo(422);
    }

    @Test
    void aSubsidiaryStandsBesideItsParent() {
        var bistro = cardboard.customer("{\"kind\":\"organisation\",\"name\":\"Bistro du Quai\"}");
        browser.htmx(
                "POST",
                "/customers/" + hotel + "/affiliations",
                "side",
                "person",
                "person",
                bistro.toString(),
                "kind",
                "subsidiary");
        assertThat(panel()).contains("Bistro du Quai");
        assertThat(browser.page("/customers/" + bistro + "/affiliations").text())
                .contains("Hôtel des Tilleuls");
    }

    @Test
    void aReaderSeesAffiliationsWithoutControlsAndOthersNothing() {
        var address = link();
        var reader = world.browserOf(world.verdier().reader());
        assertThat(reader.page("/customers/" + hotel + "/affiliations").select("[hx-get], [hx-post], [hx-delete]"))
                .isEmpty();
        assertThat(reader.htmx("DELETE", address).statusCode()).isEqualTo(403);
        assertThat(reader.get("/customers/" + hotel + "/affiliations/new").statusCode())
                .isEqualTo(403);
        assertThat(world.browserOf(world.kerval().administrator())
                        .htmx("DELETE", address)
                        .statusCode())
                .isEqualTo(404);
    }
}
