package relais.records.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.platform.tenancy.Ids;
import relais.records.Mutation;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.changes.Operations;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class UndoOverHttpTest {
    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    Operations operations;

    @Test
    void aBulkChangeIsTakenBackButForWhatWasEditedSinceAndThatTooWhenAsked() {
        var ids = world.asAdministrator(() -> customers(4));
        var bulk = world.asAdministrator(() -> industry(ids, "Hôtellerie"));
        world.asAdministrator(() -> industry(ids.subList(0, 1), "Restauration"));
        var browser = world.browserOf(world.verdier().manager());

        var answer = browser.post("/operations/" + bulk + "/undo");
        assertThat(answer.statusCode()).isEqualTo(303);
        var where = answer.headers().firstValue("Location").orElseThrow();
        var page = browser.page(where);
        assertThat(page.select("aside .sum").text())
                .contains("4 fiches")
                .contains("= 3 reprises")
                .contains("+ 1 gardée")
                .contains("+ 0");
        assertThat(page.select("tr[aria-selected]").text()).contains("3 sur 4");
        assertThat(browser.page("/operations/" + bulk).text())
                .contains("annulée")
                .contains("Voir l’annulation");

        var kept = browser.page(where + "?show=kept");
        assertThat(kept.select(".leftovers").text())
                .contains("Client 0")
                .contains("Inès Garnier")
                .contains("Secteur");
        var restore =
                Objects.requireNonNull(kept.selectFirst(".leftovers form")).attr("action");
        assertThat(browser.post(restore).statusCode()).isEqualTo(303);
        assertThat(world.asAdministrator(() ->
                        records.find("customer", ids.getFirst()).orElseThrow().text("industry")))
                .isEmpty();
        assertThat(browser.post("/operations/" + bulk + "/undo").statusCode())
                .as("twice")
                .isEqualTo(409);
    }

    @Test
    void anUndoIsUndoneAndTheFirstOperationStandsAgain() {
        var ids = world.asAdministrator(() -> customers(2));
        var bulk = world.asAdministrator(() -> industry(ids, "Santé"));
        var browser = world.browserOf(world.verdier().administrator());
        var undo = last(browser.post("/operations/" + bulk + "/undo")
                .headers()
                .firstValue("Location")
                .orElseThrow());
        assertThat(browser.page("/operations/" + undo).select("aside").text()).contains("la rétablir");
        var redo = last(browser.post("/operations/" + undo + "/undo")
                .headers()
                .firstValue("Location")
                .orElseThrow());
        assertThat(browser.page("/operations/" + redo)
                        .select("aside h2")
                        .first()
                        .text())
                .contains("Rétablissement");
        assertThat(world.asAdministrator(() ->
                        records.find("customer", ids.getLast()).orElseThrow().text("industry")))
                .isEqualTo("Santé");
        assertThat(browser.page("/operations/" + bulk)
                        .select("tr[aria-selected]")
                        .text())
                .contains("réversible");
    }

    @Test
    void aToastPostsThereAndIsSentBackWhereItStood() {
        var ids = world.asAdministrator(() -> customers(1));
        var bulk = world.asAdministrator(() -> industry(ids, "Conseil"));
        var browser = world.browserOf(world.verdier().administrator());
        var back = browser.post("/operations/" + bulk + "/undo", "back", "/customers?view=mine");
        assertThat(back.headers().firstValue("Location")).hasValue("/customers?view=mine");
        assertThat(browser.cookie("toast")).contains("lot%20annul%C3%A9e");

        var again = world.asAdministrator(() -> industry(ids, "Transport"));
        var evil = browser.post("/operations/" + again + "/undo", "back", "//evil.example/");
        assertThat(evil.headers().firstValue("Location").orElseThrow()).startsWith("/operations/");
    }

    @Test
    void htmxLearnsThatPagesHaveToFetchThemselvesAnew() {
        var ids = world.asAdministrator(() -> customers(1));
        var bulk = world.asAdministrator(() -> industry(ids, "Commerce"));
        var answer = world.browserOf(world.verdier().administrator()).htmx("POST", "/operations/" + bulk + "/undo");
        assertThat(answer.statusCode()).isEqualTo(204);
        var trigger = Values.parse(answer.headers().firstValue("HX-Trigger").orElseThrow());
        assertThat(trigger.path("toast").path("sentence").asString())
                .isEqualTo("Modification en lot annulée (Secteur)");
        assertThat(trigger.path("relais:undone").path("operation").asString()).isNotEmpty();
    }

    @Test
    void agentsTakeBackTheirOwnAndOnlyThat() {
        var mine = world.as(world.verdier(), world.verdier().agent(), () -> customers(1));
        var own = world.as(world.verdier(), world.verdier().agent(), () -> industry(mine, "Immobilier"));
        var theirs = world.asAdministrator(() -> industry(mine, "Industrie"));
        var agent = world.browserOf(world.verdier().agent());
        assertThat(agent.post("/operations/" + theirs + "/undo").statusCode()).isEqualTo(403);
        assertThat(agent.post("/operations/" + own + "/undo").statusCode()).isEqualTo(303);
        assertThat(agent.post("/operations/" + Ids.next() + "/undo").statusCode())
                .isEqualTo(404);
        assertThat(agent.postWithoutToken("/operations/" + own + "/undo").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatSomebodyMayNotSeeDoesNotExistForThem() {
        var admin = world.browserOf(world.verdier().administrator());
        assertThat(admin.post(
                                "/settings/objects/customer/fields",
                                "labelFr",
                                "Cachet",
                                "labelEn",
                                "",
                                "type",
                                "TEXT",
                                "section",
                                "custom")
                        .statusCode())
                .isEqualTo(303);
        var hidden = world.asAdministrator(() -> operations
                .latest(world.verdier().administrator().id())
                .orElseThrow()
                .id());
        var agent = world.browserOf(world.verdier().agent());
        assertThat(agent.get("/operations/" + hidden).statusCode()).isEqualTo(404);
        assertThat(agent.post("/operations/" + hidden + "/undo").statusCode()).isEqualTo(404);
        assertThat(agent.post("/operations/" + hidden + "/kept/" + Ids.next()).statusCode())
                .isEqualTo(404);
        assertThat(admin.post("/operations/" + hidden + "/undo").statusCode()).isEqualTo(303);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private List<UUID> customers(int count) {
        var creations = new ArrayList<Mutation>();
        for (int i = 0; i < count; i++) {
            var values = Values.object();
            values.put("name", "Client " + i);
            creations.add(new Mutation.Create(Ids.next(), values));
        }
        records.write(Intent.of("import", "x.csv"), w -> w.apply("customer", creations));
        return creations.stream().map(Mutation::id).toList();
    }

    private UUID industry(List<UUID> ids, String industry) {
        var values = Values.object();
        values.put("industry", industry);
        Operated<List<Outcome>> done = records.write(
                new Intent("bulk.update", Map.of("field", "Secteur")),
                w -> w.apply(
                        "customer",
                        ids.stream()
                                .map(id -> new Mutation.Update(id, null, values.deepCopy()))
                                .toList()));
        return Objects.requireNonNull(done.operation());
    }
}
