package relais.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.customers.Cardboard;
import relais.records.Records;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class NotesTest {
    @Autowired
    World world;

    @Autowired
    Cardboard cardboard;

    @Autowired
    Records records;

    private Browser browser;
    private UUID customer;

    @BeforeEach
    void aCustomer() {
        browser = world.browserOf(world.verdier().agent());
        customer = cardboard.customer("{\"kind\":\"organisation\",\"name\":\"Hôtel des Tilleuls\"}");
    }

    private String notes() {
        return "/customers/" + customer + "/notes";
    }

    private UUID write(String kind, String body, String at) {
        var answer = browser.htmx("POST", notes(), "kind", kind, "body", body, "occurredAt", at);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return UUID.fromString(browser.page(answer).select(".fil li[id]").stream()
                .filter(li -> li.text().replace('\u00a0', ' ').contains(body.replace('\u00a0', ' ')))
                .findFirst()
                .orElseThrow()
                .id()
                .substring("entry-".length()));
    }

    private String lastContact() {
        return world.asAdministrator(
                () -> records.find("customer", customer).orElseThrow().text("lastContactAt"));
    }

    @Test
    void aNoteStandsInTheThreadAtOnceNewestFirst() {
        write("call", "Demande un devis", "2026-03-03T10:00");
        write("meeting", "Visite du bar", "2026-04-04T10:00");
        var page = browser.page("/customers/" + customer);
        assertThat(page.select(".fil .bx").eachText()).containsExactly("Visite du bar", "Demande un devis");
        assertThat(page.select(".fil .hd b").eachText()).containsExactly("Rencontre", "Appel");
        assertThat(page.select(".fil .hd").first().text()).contains("Claire Aubry");
        assertThat(lastContact()).isEqualTo("2026-04-04T08:00:00Z");
    }

    @Test
    void anEmptyNoteIsRefusedAtTheComposer() {
        var refused = browser.htmx("POST", notes(), "kind", "note", "body", "  ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("HX-Retarget")).hasValue("#composer");
        assertThat(browser.page(refused).select("[role=alert]")).isNotEmpty();
    }

    @Test
    void editingDeletingAndUndoAreReflectedInThreadAndLastExchange() {
        write("call", "Premier", "2026-03-03T10:00");
        var note = write("call", "Second", "2026-05-05T10:00");
        browser.htmx(
                "PUT",
                notes() + "/" + note,
                "kind",
                "call",
                "body",
                "Second, corrigé",
                "version",
                "1",
                "occurredAt",
                "2026-05-06T10:00");
        assertThat(browser.page("/customers/" + customer).text()).contains("Second, corrigé");
        assertThat(lastContact()).isEqualTo("2026-05-06T08:00:00Z");
        var gone = world.browserOf(world.verdier().administrator()).htmx("DELETE", notes() + "/" + note);
        assertThat(gone.statusCode()).isEqualTo(200);
        assertThat(lastContact()).isEqualTo("2026-03-03T09:00:00Z");
        var toast = gone.headers().firstValue("HX-Trigger").orElseThrow();
        var operation = toast.replaceAll(".*\"operation\":\"([^\"]+)\".*", "$1");
        world.browserOf(world.verdier().administrator()).post("/operations/" + operation + "/undo", "back", "/");
        assertThat(browser.page("/customers/" + customer).text()).contains("Second, corrigé");
        assertThat(lastContact()).isEqualTo("2026-05-06T08:00:00Z");
    }

    @Test
    void theThreadIsFilteredCountedAndSearched() {
        write("call", "Panne du groupe", "2026-03-03T10:00");
        write("note", "Anniversaire en mai, 100 % sûr", "2026-03-04T10:00");
        assertThat(browser.page("/customers/" + customer + "/thread?kind=call")
                        .select(".bx")
                        .eachText())
                .containsExactly("Panne du groupe");
        assertThat(browser.page("/customers/" + customer + "/thread?q=ANNIVERSAIRE")
                        .select(".bx"))
                .hasSize(1);
        assertThat(browser.page("/customers/" + customer + "/thread?q=100+%25").select(".bx"))
                .hasSize(1);
        assertThat(browser.page("/customers/" + customer + "/thread?q=%25").select(".bx"))
                .hasSize(1);
        assertThat(browser.page("/customers/" + customer + "/thread/counts")
                        .select(".chip")
                        .eachText())
                .containsExactly("Tout2", "Notes1", "Appels1", "Rencontres0", "Modifications1");
    }

    @Test
    void olderEntriesComePageByPageWithoutLossOrRepetition() {
        for (int i = 0; i < 65; i++) {
            cardboard.make(
                    "note",
                    "{\"customer\":\"%s\",\"body\":\"n%d\",\"occurredAt\":\"2026-01-01T10:00:00Z\"}"
                            .formatted(customer, i));
        }
        var seen = new java.util.ArrayList<String>();
        var page = browser.page("/customers/" + customer + "/thread");
        while (true) {
            seen.addAll(page.select(".bx").eachText());
            var more = page.select("#older");
            if (more.isEmpty()) {
                break;
            }
            page = browser.page(more.attr("hx-get"));
        }
        assertThat(seen).hasSize(65).doesNotHaveDuplicates();
    }

    @Test
    void changesShowOldAndNewValuesWithTheirUndo() {
        cardboard.edit("customer", customer, "{\"tier\":\"gold\"}");
        var operation = cardboard.edit("customer", customer, "{\"tier\":\"platinum\"}");
        var thread = browser.page("/customers/" + customer + "/thread?kind=change");
        var newest = thread.select(".fil li[id]").first();
        assertThat(newest.select("del").text()).isEqualTo("Or");
        assertThat(newest.select("ins").text()).isEqualTo("Platine");
        assertThat(newest.select("form").attr("action")).isEqualTo("/operations/" + operation + "/undo");
    }

    @Test
    void aPinnedNoteStandsBesideTheThread() {
        var note = write("note", "Préfère le matin", "2026-03-03T10:00");
        assertThat(browser.page("/customers/" + customer + "/thread/pinned").text())
                .doesNotContain("matin");
        assertThat(browser.htmx("PUT", notes() + "/" + note + "/pin").statusCode())
                .isEqualTo(200);
        assertThat(browser.page("/customers/" + customer + "/thread/pinned").text())
                .contains("Préfère le matin");
        browser.htmx("DELETE", notes() + "/" + note + "/pin");
        assertThat(browser.page("/customers/" + customer + "/thread/pinned").text())
                .doesNotContain("matin");
    }

    @Test
    void mentionsStandOutAndScriptsAreText() {
        write("note", "Voir @Karim\u00a0Haddad <script>alert(1)</script>", "2026-03-03T10:00");
        var response = browser.get("/customers/" + customer);
        assertThat(response.body()).doesNotContain("<script>alert(1)");
        assertThat(browser.page(response).select(".mention").text()).matches("@Karim.Haddad");
        assertThat(browser.page("/colleagues?q=hadd").text()).contains("Karim Haddad");
    }

    @Test
    void whoeverSavesANoteSecondKeepsTheirTextAndSeesTheOther() {
        var note = write("note", "Un", "2026-03-03T10:00");
        cardboard.edit("note", note, "{\"body\":\"Deux\"}");
        var late = browser.htmx(
                "PUT",
                notes() + "/" + note,
                "kind",
                "note",
                "body",
                "Trois",
                "version",
                "1",
                "occurredAt",
                "2026-03-03T10:00");
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(browser.page(late).select("textarea").val()).isEqualTo("Trois");
        assertThat(browser.page(late).text()).contains("Deux");
    }

    @Test
    void aReaderMayNotWriteAndStrangersFindNothing() {
        var note = write("note", "Privé", "2026-03-03T10:00");
        var reader = world.browserOf(world.verdier().reader());
        assertThat(reader.htmx("POST", notes(), "kind", "note", "body", "x").statusCode())
                .isEqualTo(403);
        assertThat(reader.get(notes() + "/" + note + "/editing").statusCode()).isEqualTo(403);
        assertThat(reader.htmx("PUT", notes() + "/" + note + "/pin").statusCode())
                .isEqualTo(403);
        var stranger = world.browserOf(world.kerval().administrator());
        assertThat(stranger.htmx("DELETE", notes() + "/" + note).statusCode()).isEqualTo(404);
        assertThat(stranger.get(notes() + "/" + note).statusCode()).isEqualTo(404);
    }
}
