package relais.records.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;
import relais.identity.Actor;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.Refused;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.imports.Import.State;
import relais.records.types.FieldType;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

/** What an import leaves alone, and what it refuses. */
@RelaisTest
class ImportLimitsTest {
    private static final String FILE = "Raison sociale,Référence,Points %s\nHôtel du Parc,L-1,12\nLe Cadran,L-2,7\n";

    @Autowired
    World world;

    @Autowired
    Imports imports;

    @Autowired
    ImportStore store;

    @Autowired
    Workshop workshop;

    @Autowired
    Run run;

    @Autowired
    Records records;

    @Autowired
    DSLContext sql;

    @Test
    void whoMakesNoFieldsMakesNoneByWayOfAKeptMapping() {
        var id = new UUID[2];
        administrator(() -> {
            id[0] = upload(FILE.formatted("gardés"));
            assertThat(imports.find(id[0]).mapping().makesFields()).isTrue();
        });
        var kept = world.as(
                world.verdier(),
                world.verdier().administrator(),
                () -> imports.find(id[0]).mapping());
        manager(() -> {
            id[1] = upload(FILE.formatted("gardés"));
            imports.propose(id[1], kept);
            var column = imports.find(id[1]).mapping().columns().get(2);
            assertThat(column.target()).isEqualTo("skip");
            assertThat(column.made()).as("what it would have been is said").isNotNull();
            imports.attempt(id[0]);
            assertThat(imports.find(id[0]).mapping().makesFields()).isFalse();
        });
        administrator(() -> {
            imports.propose(id[0], kept);
            imports.attempt(id[0]);
        });
        manager(() -> assertThatThrownBy(() -> imports.start(id[0])).isInstanceOf(Refused.class));
    }

    @Test
    void theRecordsAreTakenBackEvenWhereTheFieldsStay() {
        var id = new UUID[1];
        administrator(() -> {
            id[0] = upload(FILE.formatted("faits"));
            imports.attempt(id[0]);
            finish(id[0]);
        });
        manager(() -> {
            var undone = imports.undo(id[0]);
            assertThat(undone.reversed()).isEqualTo(2);
            assertThat(undone.fields().stay()).isEqualTo(1);
            assertThat(undone.fields().reason()).isEqualTo("right");
            assertThatThrownBy(() -> imports.undo(id[0])).isInstanceOf(Refused.class);
        });
        assertThat(count("customers.customer")).isZero();
        assertThat(count("records.field")).isEqualTo(1);
    }

    @Test
    void nothingWrittenIsNothingToUndo() {
        administrator(() -> {
            var id = upload("Raison sociale\nUn\n");
            assertThatThrownBy(() -> imports.undo(id))
                    .isInstanceOfSatisfying(
                            Refused.class, r -> assertThat(r.code()).isEqualTo("import.nothing"));
        });
    }

    @Test
    void onlyKnownDelimitersAreTakenAndTheRefusedRowsAlwaysCome() {
        var browser = world.browserOf(world.verdier().administrator());
        var id = world.as(world.verdier(), world.verdier().administrator(), () -> {
            var file = upload("Raison sociale,Tél.\nUn,voir standard\nDeux,0478000001\n");
            imports.attempt(file);
            return file;
        });
        var layout = "/imports/" + id + "/layout";
        assertThat(browser.post(layout, "charset", "UTF-8", "delimiter", "\"").statusCode())
                .isEqualTo(409);
        assertThat(browser.get("/imports/" + id + "/refused.csv").body()).contains("voir standard");
        assertThat(browser.post(layout, "charset", "UTF-8", "delimiter", "|").statusCode())
                .isEqualTo(303);
        assertThat(browser.get("/imports/" + id + "/refused.csv").statusCode()).isEqualTo(200);
        world.inTransaction(world.verdier(), () -> store.move(id, State.RUNNING, State.UPLOADED));
        assertThat(browser.post(layout, "charset", "UTF-8", "delimiter", ",").statusCode())
                .isEqualTo(409);
    }

    @Test
    void aNewFieldIsOfAKindThatAFileCanFill() {
        administrator(() -> {
            var id = upload(FILE.formatted("choisis"));
            var sent = new LinkedMultiValueMap<String, String>();
            for (var type : List.of("USER", "SITE", "TAGS", "INSTANT", "LINK", "COLLECTION")) {
                sent.set("type.2", type);
                assertThat(applied(id, sent)).isEqualTo(FieldType.NUMBER);
            }
            sent.set("type.2", "CHOICES");
            assertThat(applied(id, sent)).isEqualTo(FieldType.CHOICES);
        });
    }

    @Test
    void aLinkIsFoundByReferenceThenByTheOnlyName() {
        administrator(() -> {
            make(
                    "field",
                    "{\"object\":\"customer\",\"code\":\"apporte\",\"type\":\"LINK\",\"target\":\"customer\","
                            + "\"labelFr\":\"Apporté par\",\"labelEn\":\"Introduced by\"}");
            make("customer", "{\"kind\":\"organisation\",\"name\":\"Étude Roussel\",\"reference\":\"R-9\"}");
            make("customer", "{\"kind\":\"organisation\",\"name\":\"R 9\"}");
            make("customer", "{\"kind\":\"organisation\",\"name\":\"Double\"}");
            make("customer", "{\"kind\":\"organisation\",\"name\":\"Double\"}");
            var id = upload("Raison sociale,Référence,Apporté par\nPremier,L-1,r-9\nSecond,L-2,etude roussel\n"
                    + "Tiers,L-3,Double\nQuart,L-4,Personne\n");
            assertThat(imports.find(id).mapping().columns().get(2).target()).isEqualTo("custom.apporte");
            imports.attempt(id);
            finish(id);
            assertThat(imports.find(id).tally()).isEqualTo(new Import.Tally(2, 0, 0, 0, 0, 2));
            assertThat(introduced("l 1")).isEqualTo("Étude Roussel");
            assertThat(introduced("l 2")).isEqualTo("Étude Roussel");
        });
    }

    private String introduced(String reference) {
        var found = world.inTransaction(
                world.verdier(),
                () -> sql.fetchSingle(
                                "SELECT id FROM customers.customer WHERE tenant_id = ? AND reference_key = ?",
                                Tenancy.id(),
                                reference)
                        .get(0, UUID.class));
        var link = records.find("customer", found).orElseThrow().text("custom.apporte");
        return records.find("customer", UUID.fromString(link)).orElseThrow().title();
    }

    private FieldType applied(UUID id, LinkedMultiValueMap<String, String> sent) {
        var form = new MappingForm(sent, workshop.type("customer"), workshop.subject("customer"));
        var made = form.applied(imports.find(id).mapping(), imports.profile(id))
                .columns()
                .get(2)
                .made();
        return Objects.requireNonNull(made).type();
    }

    private void administrator(Runnable work) {
        world.as(world.verdier(), world.verdier().administrator(), work);
    }

    private void manager(Runnable work) {
        world.as(world.verdier(), world.verdier().manager(), work);
    }

    private UUID upload(String text) {
        return imports.upload(
                "customer", "limites.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void finish(UUID id) {
        world.inTransaction(world.verdier(), () -> store.move(id, State.RUNNING, State.TRIED));
        ScopedValue.where(Actor.CURRENT, RunJob.importing(Actor.current())).run(() -> run.run(id, () -> false));
        assertThat(imports.find(id).state()).isEqualTo(State.DONE);
    }

    private int count(String table) {
        return world.inTransaction(
                world.verdier(),
                () -> sql.fetchSingle("SELECT count(*) FROM " + table + " WHERE tenant_id = ?", Tenancy.id())
                        .get(0, Integer.class));
    }

    private void make(String object, String json) {
        records.write(Intent.of("record.create"), w -> w.create(object, (ObjectNode) Values.parse(json)));
    }

    @AfterEach
    void removeAll() {
        world.withoutCustomers(world.verdier(), "records.field", "records.import");
    }
}
