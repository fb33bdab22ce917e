package relais.records.lists.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.Actor;
import relais.identity.Reach;
import relais.platform.tenancy.Ids;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.changes.Operations;
import relais.records.changes.Remainder;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class BulkTest {
    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    Operations operations;

    @Autowired
    Undo undo;

    @Autowired
    ObjectTypes types;

    @Autowired
    Bulk bulk;

    @Test
    void whoIsLeftOutIsToldBeforeWithTheReasonAndKeptWithTheOperationAfterwards() {
        var lyon = customer("\"site\":\"" + world.verdier().lyon() + "\"");
        var mine = customer("\"owner\":\"" + world.verdier().manager().id() + "\"");
        var hidden = customer("\"site\":\"" + world.verdier().nantes() + "\"");
        var ids = List.of(lyon, mine, hidden, Ids.next());
        var change = "site=" + world.verdier().nantes();

        var seen = near(() -> bulk.preview(type(), new Chosen.These(ids), BulkChange.of(type(), change, "")));
        assertThat(seen.changed()).isEqualTo(1);
        assertThat(seen.first().getFirst().id()).isEqualTo(mine);
        assertThat(seen.excluded().counts()).containsEntry("gone", 2).containsEntry("reach.left", 1);
        assertThat(seen.excluded().first().getFirst().record().id()).isEqualTo(lyon);
        assertThat(seen.all()).isEqualTo(4);

        var done = near(() -> bulk.run(type(), ids, BulkChange.of(type(), change, ""), "x"));
        assertThat(done.result().changed()).isEqualTo(1);
        var operation = Objects.requireNonNull(done.operation());
        var left = near(() -> operations.remainders(operation, Remainder.BLOCKED, 10));
        assertThat(left).extracting(Remainder::record).containsExactly(lyon);
        assertThat(left).extracting(Remainder::reason).containsExactly("reach.left");
        var page = world.browserOf(world.verdier().administrator());
        assertThat(page.page("/operations/" + operation).text()).contains("laissées à l’écart");
        assertThat(page.page("/operations/" + operation + "?show=blocked").select(".leftovers li"))
                .hasSize(1);
        assertThat(near(() -> undo.undo(operation)).reversed()).isEqualTo(1);
    }

    @Test
    void anyFieldIsWrittenIntoManyRecordsAtOnceAfterALook() {
        var one = customer("\"industry\":\"Bois\"");
        var two = customer("\"industry\":\"Fer\"");
        var browser = world.browserOf(world.verdier().manager());
        var form = new String[] {
            "id",
            one.toString(),
            "id",
            two.toString(),
            "change",
            "edit",
            "field",
            "industry",
            "value",
            "Fer",
            "look",
            "true"
        };
        var asked = browser.page(browser.post("/customers/bulk", form));
        assertThat(asked.text()).contains("Bois").contains("déjà");
        assertThat(browser.post(
                                "/customers/bulk",
                                "id",
                                one.toString(),
                                "id",
                                two.toString(),
                                "change",
                                "edit",
                                "field",
                                "industry",
                                "value",
                                "Verre")
                        .statusCode())
                .isEqualTo(303);
        assertThat(List.of(one, two))
                .allMatch(id -> world.asAdministrator(() -> records.find("customer", id)
                        .orElseThrow()
                        .text("industry")
                        .equals("Verre")));
        assertThat(browser.post(
                                "/customers/bulk",
                                "id",
                                one.toString(),
                                "change",
                                "edit",
                                "field",
                                "birthDate",
                                "value",
                                "31/02")
                        .statusCode())
                .isEqualTo(409);
    }

    /** As the manager, who sees Lyon and what is their own. */
    private <T> T near(Callable<T> work) {
        var verdier = world.verdier();
        return world.as(verdier, verdier.manager(), () -> {
            var a = Actor.current();
            var near = Reach.of(Reach.Extent.OWN, a.id(), List.of(verdier.lyon()));
            var actor = new Actor(
                    a.kind(),
                    a.id(),
                    a.name(),
                    a.workspace(),
                    a.grants(),
                    a.locale(),
                    a.zone(),
                    a.sites(),
                    a.teams(),
                    near);
            return ScopedValue.where(Actor.CURRENT, actor).call(work::call);
        });
    }

    private ObjectType type() {
        return types.of("customer");
    }

    private UUID customer(String more) {
        return world.asAdministrator(() -> records.write(
                        Intent.of("customer.create", "x"),
                        w -> w.create("customer", (ObjectNode)
                                Values.parse("{\"kind\":\"organisation\",\"name\":\"N\"," + more + "}")))
                .result()
                .id());
    }
}
