package relais.records.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.Forbidden;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class ClosedObjectsTest {
    @Autowired
    World world;

    @Autowired
    Records records;

    @Test
    void theGenericFormsDoNotReachViewsAndFields() {
        var verdier = world.verdier();
        var view = view(verdier.manager(), true);
        var browser = world.browserOf(verdier.reader());
        assertThat(browser.get("/records/view/" + view + "/fields/name").statusCode())
                .isEqualTo(404);
        assertThat(browser.htmx("PUT", "/records/view/" + view + "/fields/name", "name", "x", "version", "1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(world.browserOf(verdier.administrator())
                        .get("/records/view/" + view + "/fields/name")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void somebodyElsesPrivateViewIsNeitherSeenNorChangedAndASharedOneOnlyByWhoMayShare() {
        var verdier = world.verdier();
        var mine = view(verdier.manager(), false);
        var shared = view(verdier.manager(), true);
        world.as(verdier, verdier.agent(), () -> {
            assertThat(records.find("view", mine)).isEmpty();
            assertThat(records.find("view", shared)).isPresent();
            assertThat(refused(mine)).isTrue();
            assertThat(refused(shared)).isTrue();
        });
        world.as(
                verdier,
                verdier.administrator(),
                () -> assertThat(refused(shared)).isFalse());
    }

    @Test
    void anAmountWithEndlessDigitsIsRefusedBeforeItIsWrittenOut() {
        world.asAdministrator(
                () -> records.write(Intent.of("field.create", "Budget"), w -> w.create("field", json("""
                {"object":"customer","code":"budget","type":"MONEY","labelFr":"Budget","labelEn":"Budget"}"""))));
        for (var amount : new String[] {"1e3000000", "1e30", "0.00000000001", "1e-400"}) {
            var made = world.asAdministrator(() -> records.write(
                            Intent.of("record.create", "x"), w -> w.create("customer", json("""
                                    {"name":"x","custom.budget":{"amount":"%s","currency":"EUR"}}""".formatted(amount))))
                    .result());
            assertThat(made).as(amount).isInstanceOf(Outcome.Rejected.class);
        }
    }

    private boolean refused(UUID view) {
        try {
            records.write(Intent.of("view.update", "x"), w -> w.update("view", view, null, json("{\"name\":\"x\"}")));
            return false;
        } catch (Forbidden forbidden) {
            return true;
        }
    }

    private UUID view(World.Person owner, boolean shared) {
        return world.as(
                world.verdier(),
                owner,
                () -> records.write(
                                Intent.of("view.create", "v"),
                                w -> w.create("view", json("""
                {"object":"customer","name":"v","shared":%s,"owner":"%s"}""".formatted(shared, owner.id()))))
                        .result()
                        .id());
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Values.parse(text);
    }
}
