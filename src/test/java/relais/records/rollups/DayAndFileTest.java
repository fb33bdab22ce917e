package relais.records.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import relais.platform.commands.Commands;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class DayAndFileTest {
    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    Undo undo;

    @Autowired
    MovingValues moving;

    @Autowired
    Recomputation recomputation;

    @Autowired
    relais.records.types.ObjectTypes types;

    @Autowired
    Commands commands;

    @Autowired
    DSLContext sql;

    @TempDir
    Path folder;

    private static ObjectNode json(String text) {
        return (ObjectNode) Values.parse(text);
    }

    private UUID make(String object, String values) {
        return world.asAdministrator(() -> {
            var made = records.write(Intent.of("record.create", "x"), w -> w.create(object, json(values)))
                    .result();
            assertThat(made).isInstanceOf(Outcome.Written.class);
            return made.id();
        });
    }

    private String value(UUID id, String field) {
        return world.asAdministrator(
                () -> records.find("customer", id).orElseThrow().value(field).toString());
    }

    private void spoil(UUID id, String custom) {
        world.inTransaction(
                world.verdier(),
                () -> sql.execute(
                        "UPDATE customers.customer SET custom = custom || CAST(? AS jsonb) WHERE tenant_id = ? AND id = ?",
                        custom,
                        world.verdier().id(),
                        id));
    }

    @Test
    void whatChangesWithTheDayIsComputedAnewOncePerDay() {
        make("field", "{\"object\":\"customer\",\"code\":\"contrat\",\"type\":\"DATE\",\"labelFr\":\"Contrat\"}");
        make(
                "field",
                "{\"object\":\"customer\",\"code\":\"age\",\"type\":\"NUMBER\",\"labelFr\":\"Âge\","
                        + "\"formula\":\"days(today() - custom.contrat)\",\"reads\":\"custom.contrat\"}");
        var day = LocalDate.now(java.time.ZoneId.of("Europe/Paris"));
        var id = make("customer", "{\"name\":\"Ancien\",\"custom.contrat\":\"" + day.minusDays(10) + "\"}");
        assertThat(value(id, "custom.age")).isEqualTo("10");
        spoil(id, "{\"age\":9}");
        world.as(world.verdier(), world.verdier().administrator(), () -> moving.refresh(day, () -> false));
        assertThat(value(id, "custom.age")).isEqualTo("10");
        spoil(id, "{\"age\":9}");
        world.as(world.verdier(), world.verdier().administrator(), () -> moving.refresh(day, () -> false));
        assertThat(value(id, "custom.age")).as("done for that day").isEqualTo("9");
        world.as(world.verdier(), world.verdier().administrator(), () -> moving.refresh(day.plusDays(1), () -> false));
        assertThat(value(id, "custom.age")).isEqualTo("10");
    }

    @Test
    void aRecountFindsAndMendsWhatIsWrong() {
        make("field", "{\"object\":\"customer\",\"code\":\"base\",\"type\":\"NUMBER\",\"labelFr\":\"Base\"}");
        make(
                "field",
                "{\"object\":\"customer\",\"code\":\"triple\",\"type\":\"NUMBER\",\"labelFr\":\"Triple\","
                        + "\"formula\":\"custom.base * 3\",\"reads\":\"custom.base\"}");
        var id = make("customer", "{\"name\":\"Faux\",\"custom.base\":2}");
        spoil(id, "{\"triple\":7}");
        var answer = world.asAdministrator(() -> recomputation.start(types.of("customer")));
        assertThat(answer).isEqualTo(new Recomputation.Answer.Done(1));
        assertThat(value(id, "custom.triple")).isEqualTo("6");
    }

    @Test
    void anImportIsHeldToTheRulesAndCountedAndItsUndoToo() throws Exception {
        make(
                "field",
                "{\"object\":\"customer\",\"code\":\"tete\",\"type\":\"LINK\",\"labelFr\":\"Tête de groupe\",\"target\":\"customer\"}");
        make("field", "{\"object\":\"customer\",\"code\":\"caf\",\"type\":\"NUMBER\",\"labelFr\":\"Chiffre annuel\"}");
        make(
                "field",
                "{\"object\":\"customer\",\"code\":\"du_groupe\",\"type\":\"NUMBER\",\"labelFr\":\"Du groupe\",\"rollUp\":"
                        + Values.json(Values.text(
                                "{\"path\":\"customers.custom.tete\",\"figure\":\"sum\",\"field\":\"custom.caf\"}"))
                        + "}");
        make(
                "fieldRule",
                "{\"object\":\"customer\",\"field\":\"custom.caf\",\"valid\":\"custom.caf >= 0\","
                        + "\"messageFr\":\"Jamais négatif.\",\"messageEn\":\"Never negative.\"}");
        var head = make("customer", "{\"name\":\"Groupe Ormeaux\",\"reference\":\"G-1\"}");
        var file = Files.writeString(folder.resolve("clients.csv"), """
                Référence;Nom;Chiffre annuel;Tête de groupe
                R-1;Boulangerie Girard;10;G-1
                R-2;Garage Morel;-5;G-1
                R-3;Menuiserie Blanc;20;G-1
                """);
        var refused = folder.resolve("refused.csv");
        assertThat(commands.run(
                        "import",
                        List.of(file.toString(), "--refused", refused.toString(), "--workspace", "Maison Verdier")))
                .isZero();
        assertThat(Files.readString(refused)).contains("R-2").contains("Never negative.");
        assertThat(value(head, "custom.du_groupe")).isEqualTo("30");

        var operation = world.inTransaction(
                world.verdier(),
                () -> sql.fetchSingle(
                                "SELECT o.id FROM records.operation o WHERE o.tenant_id = ? AND o.intent = 'import' ORDER BY o.at DESC LIMIT 1",
                                world.verdier().id())
                        .get(0, UUID.class));
        world.asAdministrator(() -> undo.undo(Objects.requireNonNull(operation)));
        assertThat(value(head, "custom.du_groupe")).isEqualTo("0");
    }
}
