package relais.records.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.platform.tenancy.Ids;
import relais.platform.web.Refused;
import relais.records.Mutation;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.changes.Operated;
import relais.records.changes.Operations;
import relais.records.types.Values;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class WorkTest {
    private static final int MANY = 2_100;

    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    Undo undo;

    @Autowired
    Works works;

    @Autowired
    Operations operations;

    @Test
    void everythingThatAListShowsIsChangedInTheBackgroundAndTakenBack() {
        var ids = world.asAdministrator(() -> customers(MANY, "{\"tier\":\"silver\"}"));
        var one = ids.getFirst();
        var browser = world.browserOf(world.verdier().manager());
        var filter = "{\"field\":\"tier\",\"op\":\"is\",\"value\":\"silver\"}";

        var asked = browser.post("/customers/bulk", "everything", "true", "filter", filter, "change", "tier=gold");
        assertThat(asked.body()).contains("Modifier 2").contains("changent");
        var started = browser.post(
                "/customers/bulk", "everything", "true", "filter", filter, "change", "tier=gold", "confirmed", "true");
        assertThat(started.statusCode()).isEqualTo(303);
        var where = started.headers().firstValue("Location").orElseThrow();
        assertThat(where).startsWith("/work/");

        var done = ended(browser, where);
        assertThat(done.select(".stats").text()).contains("fiches changées");
        assertThat(tier(one)).isEqualTo("gold");
        assertThat(tier(ids.getLast())).isEqualTo("gold");

        var form = Objects.requireNonNull(done.selectFirst("form[action^=/operations/]"));
        assertThat(browser.post(form.attr("action"), "back", "/customers").statusCode())
                .isEqualTo(303);
        assertThat(tier(one)).isEqualTo("silver");
        assertThat(tier(ids.getLast())).isEqualTo("silver");
    }

    @Test
    void aLargeUndoGoesStepByStepAndWhatIsEditedMeanwhileStays() {
        var creation = world.asAdministrator(() -> create(4_500, "{}"));
        var made = Objects.requireNonNull(creation.operation());
        var survivor = creation.result().getFirst().id();
        var undoing = world.asAdministrator(() -> undo.begin(made));
        world.asAdministrator(() -> records.write(
                Intent.of("customer.edit"),
                w -> w.update("customer", survivor, null, Values.object().put("industry", "Hôtellerie"))));

        var work =
                world.asAdministrator(() -> works.start(UndoTask.NAME, made.toString(), undoing, 4_500, "/customers"));
        assertThatThrownBy(() -> world.asAdministrator(() -> undo.undo(undoing)))
                .as("while it is written")
                .isInstanceOf(Refused.class);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> world.asAdministrator(() -> works.find(work)).state() == Work.State.DONE);

        var after = world.asAdministrator(() -> operations.find(undoing).orElseThrow());
        assertThat(after.reversed()).isEqualTo(4_499);
        assertThat(after.kept()).isEqualTo(1);
        assertThat(world.asAdministrator(() -> records.find("customer", survivor)))
                .isPresent();
        assertThat(world.asAdministrator(() -> undo.undo(undoing)).reversed())
                .as("redone")
                .isEqualTo(4_499);
    }

    @Test
    void workStopsGoesOnAndIsNobodyElsesBusiness() {
        var ids = world.asAdministrator(() -> customers(3, "{\"tier\":\"bronze\"}"));
        var operation = world.asAdministrator(() -> records.open(Intent.of("bulk.update", "customer")));
        var work = world.as(
                world.verdier(),
                world.verdier().manager(),
                () -> works.start("nothing", "", operation, 10, "/customers"));
        var manager = world.browserOf(world.verdier().manager());
        assertThat(manager.post("/work/" + work + "/stop").statusCode()).isEqualTo(303);
        assertThat(manager.page("/work/" + work).text()).contains("Arrêté").contains("Reprendre");
        assertThat(manager.post("/work/" + work + "/stop").statusCode())
                .as("twice")
                .isEqualTo(409);
        assertThat(world.browserOf(world.kerval().administrator())
                        .get("/work/" + work)
                        .statusCode())
                .isEqualTo(404);
        assertThat(manager.get("/work/" + Ids.next()).statusCode()).isEqualTo(404);
        assertThat(ids).hasSize(3);
    }

    private Document ended(Browser browser, String where) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> browser.page(where), page -> page.text().contains("Terminé"));
    }

    private String tier(UUID id) {
        return world.asAdministrator(
                () -> records.find("customer", id).orElseThrow().text("tier"));
    }

    private List<UUID> customers(int count, String values) {
        return create(count, values).result().stream().map(Outcome::id).toList();
    }

    private Operated<List<Outcome>> create(int count, String values) {
        var all = new ArrayList<Mutation>();
        for (int i = 0; i < count; i++) {
            var state = Values.object().put("kind", "person").put("name", "Client " + i);
            Values.parse(values).properties().forEach(e -> state.set(e.getKey(), e.getValue()));
            all.add(new Mutation.Create(Ids.next(), state));
        }
        return records.write(Intent.of("customer.create"), w -> w.apply("customer", all));
    }
}
