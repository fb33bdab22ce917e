package relais.records.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.platform.tenancy.Ids;
import relais.records.Mutation;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.changes.OperationFilter;
import relais.records.changes.OperationSlice;
import relais.records.changes.Operations;
import relais.records.changes.PastMoment;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class OperationsPagesTest {
    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    Operations operations;

    @Autowired
    Undo undo;

    @Test
    void anOperationShowsWhoWhatAndTheDifferences() {
        var id = world.asAdministrator(
                () -> create("Hôtel des Tilleuls").result().id());
        var edit = world.asAdministrator(() ->
                edit(id, "{\"tier\":\"gold\",\"site\":\"" + world.verdier().nantes() + "\"}"));
        var page = world.browserOf(world.verdier().administrator()).page("/operations/" + edit.operation());
        var row = Objects.requireNonNull(page.selectFirst("tr[aria-selected]"));
        assertThat(row.text())
                .contains("Inès Garnier")
                .contains("Modification de Hôtel des Tilleuls")
                .contains("réversible");
        assertThat(page.select("aside ins").eachText()).contains("Or", "Nantes");
        assertThat(page.select("aside .props").text())
                .contains("Statut")
                .contains("Agence")
                .contains("1, puis 2");
        assertThat(page.select("aside form[action$=/undo]")).hasSize(1);
        assertThat(page.select("aside a[href=/customers/" + id + "]")).isNotEmpty();
    }

    @Test
    void thePagerGoesThroughTheRecordsOfAnOperationAndBack() {
        var many = world.asAdministrator(() -> batch(5));
        var browser = world.browserOf(world.verdier().administrator());
        var seen = new ArrayList<String>();
        var next = "/operations/" + many.operation();
        String previous = "";
        while (next != null) {
            var page = browser.page(next);
            seen.add(page.select("#operation-record .in b").text());
            previous = href(page, "Fiche précédente");
            next = href(page, "Fiche suivante");
        }
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThat(browser.page(Objects.requireNonNull(previous))
                        .select("#operation-record .in b")
                        .text())
                .isEqualTo(seen.get(3));
        assertThat(browser.page(Objects.requireNonNull(previous)).text()).contains("4 sur 5");
    }

    private static String href(org.jsoup.nodes.Document page, String title) {
        var link = page.selectFirst("#operation-record a[title=" + title + "]");
        return link == null ? null : link.attr("href");
    }

    @Test
    void theThreadIsPagedByPlaceAndFilteredByTheAddress() {
        world.asAdministrator(() -> {
            for (int i = 0; i < 120; i++) {
                create("Client " + i);
            }
            return true;
        });
        var browser = world.browserOf(world.verdier().administrator());
        var first = browser.page("/operations?object=customer");
        assertThat(first.select("tr[data-operation]")).hasSize(OperationThread.LINES);
        assertThat(first.text()).contains("Lignes 1 à 50").contains("Objet est client");
        var second = browser.page(
                Objects.requireNonNull(first.selectFirst("a[rel=next]")).attr("href"));
        assertThat(second.text()).contains("Lignes 51 à 100");
        var back = browser.page(
                Objects.requireNonNull(second.selectFirst("a[rel=prev]")).attr("href"));
        assertThat(back.select("tr[data-operation]").eachAttr("data-operation"))
                .isEqualTo(first.select("tr[data-operation]").eachAttr("data-operation"));
        assertThat(browser.page("/operations?actor=" + world.verdier().reader().id())
                        .text())
                .contains("Aucune opération ne répond");
        assertThat(browser.page("/operations?actor=x&days=y&from=31%2F02&older=z&at=1")
                        .select("tr[data-operation]"))
                .as("what cannot be read does not narrow")
                .isNotEmpty();
    }

    @Test
    void operationsOfAPeriodAreARangeOfTheirIds() {
        world.asAdministrator(() -> {
            var past = Instant.now().minus(40, ChronoUnit.DAYS);
            var old = ScopedValue.where(PastMoment.CURRENT, past).call(() -> create("Imprimerie Delmas"));
            var from = new OperationFilter(null, null, past.minusSeconds(60), past.plusSeconds(60), false);
            assertThat(operations.page(from, OperationSlice.Place.NEWEST, 10).operations())
                    .extracting(o -> o.id())
                    .containsExactly(Objects.requireNonNull(old.operation()));
            var later = new OperationFilter(null, null, past.plusSeconds(60), null, false);
            assertThat(operations.page(later, OperationSlice.Place.NEWEST, 1000).operations())
                    .extracting(o -> o.id())
                    .doesNotContain(old.operation());
            return true;
        });
    }

    @Test
    void everybodySeesTheirOwnAndNobodySeesAnotherWorkspace() {
        var own = as(world.verdier().agent(), () -> create("À moi"));
        var reader = world.browserOf(world.verdier().reader());
        assertThat(reader.page("/operations/" + own.operation()).select("form[action$=/undo]"))
                .isEmpty();
        assertThat(reader.post("/operations/" + own.operation() + "/undo").statusCode())
                .isEqualTo(403);
        var stranger = world.browserOf(world.kerval().administrator());
        assertThat(stranger.get("/operations/" + own.operation()).statusCode()).isEqualTo(404);
        assertThat(stranger.post("/operations/" + own.operation() + "/undo").statusCode())
                .isEqualTo(404);
        assertThat(stranger.page("/operations").text()).doesNotContain("À moi");
    }

    @Test
    void theListIsExportedAndNoCellIsAFormula() {
        world.asAdministrator(() -> create("=1+1"));
        var answer = world.browserOf(world.verdier().administrator()).get("/operations/export.csv?object=customer");
        assertThat(answer.body()).startsWith("\uFEFF\"Heure\";\"Qui\"").contains("Création de =1+1");
        assertThat(answer.body().lines().skip(1)).noneMatch(l -> l.contains(";\"="));
        assertThat(world.browserOf(world.verdier().reader())
                        .get("/operations/export.csv")
                        .statusCode())
                .isEqualTo(403);
    }

    private <T> T as(World.Person person, Callable<T> work) {
        return world.as(world.verdier(), person, work);
    }

    private Operated<Outcome> create(String name) {
        var values = Values.object();
        values.put("name", name);
        return records.write(Intent.of("record.create", name), w -> w.create("customer", values));
    }

    private Operated<Outcome> edit(UUID id, String values) {
        return records.write(
                Intent.of("record.update", "Hôtel des Tilleuls"),
                w -> w.update("customer", id, null, (ObjectNode) Values.parse(values)));
    }

    private Operated<Boolean> batch(int count) {
        return records.write(Intent.of("import", "clients.csv"), w -> {
            List<Mutation> creations = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                var values = Values.object();
                values.put("name", "Fiche " + i);
                creations.add(new Mutation.Create(Ids.next(), values));
            }
            w.apply("customer", creations);
            return true;
        });
    }
}
