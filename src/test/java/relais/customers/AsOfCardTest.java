package relais.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.records.types.Values;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class AsOfCardTest {
    @Autowired
    World world;

    @Autowired
    Cardboard cardboard;

    private Browser browser;
    private UUID id;
    private String then;

    @BeforeEach
    void aCustomerWhoChangedTwentyDaysAgo() {
        browser = world.browserOf(world.verdier().agent());
        id = cardboard.customer(
                "{\"kind\":\"organisation\",\"name\":\"Hôtel des Tilleuls\",\"tier\":\"gold\",\"phones\":[{\"value\":\"0465711280\"}],\"tags\":[\"bar\"]}");
        note("Ancien échange");
        cardboard.age(40);
        cardboard.edit("customer", id, "{\"tier\":\"platinum\",\"phones\":[{\"value\":\"0465711208\"}]}");
        note("Nouvel échange");
        cardboard.age(20);
        then = LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(30).toString();
    }

    private UUID note(String body) {
        return cardboard.make(
                "note",
                "{\"customer\":\"%s\",\"body\":\"%s\",\"occurredAt\":\"2026-01-01T10:00:00Z\"}".formatted(id, body));
    }

    @Test
    void theCardIsShownAsItWasKnownReadOnlyWithWhatChangedMarked() {
        var page = browser.page("/customers/" + id + "?at=" + then);
        assertThat(page.select("h1").text()).isEqualTo("Hôtel des Tilleuls Or aujourd’hui Platine");
        assertThat(page.select("[role=status]").text())
                .contains("Fiche telle que connue le")
                .contains("2 champs ont changé depuis")
                .contains("un échange s’est ajouté");
        assertThat(page.select("mark").eachText()).containsExactly("Or", "04 65 71 12 80");
        assertThat(page.select(".fil .bx").eachText()).containsExactly("Ancien échange");
        assertThat(page.select(".composer, button.val, [hx-put], [hx-delete], [hx-post]"))
                .isEmpty();
    }

    @Test
    void comparedWithTodayOldValuesAreStruckAndNewOnesStandBesideThem() {
        var page = browser.page("/customers/" + id + "?at=" + then + "&compare=true");
        assertThat(page.select("del").eachText()).containsExactly("Or", "04 65 71 12 80");
        assertThat(page.select("ins").eachText()).containsExactly("Platine", "04 65 71 12 08");
    }

    @Test
    void beforeTheCustomerWasKnownThePageSaysSo() {
        var page = browser.page("/customers/" + id + "?at=2001-01-01");
        assertThat(page.text()).contains("Relais ne connaissait pas encore ce client");
        assertThat(page.select("a[data-return]").attr("href")).isEqualTo("/customers/" + id);
    }

    @Test
    void aTextEditedOrDeletedSinceIsShownAsItWas() {
        var note = note("Texte d’origine");
        cardboard.age(50);
        cardboard.edit("note", note, "{\"body\":\"Texte corrigé\"}");
        var before = LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(10).toString();
        assertThat(browser.page("/customers/" + id + "?at=" + before).text())
                .contains("Texte d’origine")
                .doesNotContain("corrigé");
        world.browserOf(world.verdier().administrator()).htmx("DELETE", "/customers/" + id + "/notes/" + note);
        assertThat(browser.page("/customers/" + id + "?at=" + before).text()).contains("Texte d’origine");
        assertThat(browser.page("/customers/" + id).text()).doesNotContain("Texte d’origine");
    }

    @Test
    void nonsenseAndFutureDatesShowToday() {
        for (var at : new String[] {"hier", "2026-02-31", "2999-01-01", ""}) {
            assertThat(browser.page("/customers/" + id + "?at=" + at)
                            .select("h1")
                            .text())
                    .as(at)
                    .isEqualTo("Hôtel des Tilleuls Platine");
        }
    }

    @Test
    void theSliderShowsHowMuchHappenedMonthByMonth() {
        var bars = browser.page("/customers/" + id + "/activity");
        assertThat(bars.select("rect").size()).isGreaterThanOrEqualTo(12);
        assertThat(bars.select("rect.here")).hasSize(1);
    }

    @Test
    void theThreadOfThePastIsCountedAsItWasThen() {
        var removed = note("Échange retiré depuis");
        cardboard.age(20);
        world.browserOf(world.verdier().administrator()).htmx("DELETE", "/customers/" + id + "/notes/" + removed);
        var day = LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(10);
        var chips = "/customers/" + id + "/thread/counts?at=";
        assertThat(browser.page(chips + day).select(".chip").eachText())
                .containsExactly("Tout3", "Notes3", "Appels0", "Rencontres0", "Modifications2");
        assertThat(browser.page(chips + day.minusDays(40)).select(".chip").eachText())
                .containsExactly("Tout1", "Notes1", "Appels0", "Rencontres0", "Modifications1");
    }

    @Test
    void theThreadOfThePastIsSearchedToo() {
        var removed = note("Échange retiré depuis");
        cardboard.age(20);
        world.browserOf(world.verdier().administrator()).htmx("DELETE", "/customers/" + id + "/notes/" + removed);
        var at = "&at=" + LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(10);
        var thread = "/customers/" + id + "/thread?q=";
        assertThat(browser.page(thread + "retire" + at).select(".fil .bx").eachText())
                .containsExactly("Échange retiré depuis");
        assertThat(browser.page(thread + "ECHANGE+ancien" + at)
                        .select(".fil .bx")
                        .eachText())
                .containsExactly("Ancien échange");
        assertThat(browser.page(thread + "introuvable" + at).select(".fil .bx")).isEmpty();
    }

    @Test
    void theNotesBesideAPastCardAreThoseThatWerePinnedThen() {
        var note = note("À retenir");
        cardboard.edit("note", note, "{\"pinned\":true}");
        cardboard.age(20);
        cardboard.edit("note", note, "{\"pinned\":false}");
        var pinned = "/customers/" + id + "/thread/pinned";
        var day = LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(10);
        assertThat(browser.page(pinned + "?at=" + day).select(".mini").text()).contains("À retenir");
        assertThat(browser.page(pinned + "?at=" + day.minusDays(30)).select(".mini")).isEmpty();
        assertThat(browser.page(pinned).select(".mini")).isEmpty();
    }

    @Test
    void theStateOfThatDayIsExportedWholeByWhoeverMayExport() {
        var file = Values.parse(world.browserOf(world.verdier().manager())
                .get("/customers/" + id + "/state.json?at=" + then)
                .body());
        assertThat(file.path("title").asString()).isEqualTo("Hôtel des Tilleuls");
        assertThat(file.path("fields").valueStream().map(f -> f.path("text").asString()))
                .contains("Or", "04 65 71 12 80")
                .doesNotContain("Platine");
        assertThat(file.path("thread").valueStream().map(e -> e.path("text").asString()))
                .containsExactly("Ancien échange");
        assertThat(file.path("complete").booleanValue()).isTrue();
        var reader = world.browserOf(world.verdier().reader());
        assertThat(reader.get("/customers/" + id + "/state.json?at=" + then).statusCode())
                .isEqualTo(403);
        assertThat(reader.page("/customers/" + id + "?at=" + then).select("[href*=state]"))
                .isEmpty();
    }
}
