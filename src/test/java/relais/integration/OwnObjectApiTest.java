package relais.integration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;

/** Programs use a workspace's own objects as they use customers. */
@RelaisTest
class OwnObjectApiTest {
    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    Records records;

    @BeforeEach
    void chantiers() {
        var browser = world.browserOf(world.verdier().administrator());
        browser.post("/settings/objects", "oneFr", "Chantier", "oneEn", "Worksite", "icon", "hard-hat");
        var fields = "/settings/objects/worksite/fields";
        browser.post(fields, "labelFr", "Avancement", "type", "PERCENT", "section", "main");
        browser.post(fields, "labelFr", "Client", "type", "LINK", "target", "customer", "section", "main");
        browser.post(fields, "labelFr", "Adresse", "type", "ADDRESS", "section", "main");
        browser.post(fields, "labelFr", "Plan", "type", "URL", "section", "main");
    }

    @Test
    void recordsAreMadeReadFoundEditedAndTakenBackOverTheApiAndDescribedInOpenApi() {
        var program = Program.of(
                context,
                world.verdier(),
                world.verdier().administrator(),
                "worksites:read",
                "worksites:write",
                "operations:undo",
                "operations:read");
        var made = program.post(
                        "/api/v1/worksites", """
                {"name":"Hall","site":"%s","custom":{"avancement":62.5,"plan":"https://exemple.fr/p",
                 "adresse":{"lines":["12 rue Garibaldi","Bât. B"],"postcode":"69003","city":"Lyon"}}}""".formatted(world.verdier().lyon()))
                .is(201);
        var id = made.text("id");
        assertThat(made.body().path("custom").path("adresse").path("city").asString())
                .isEqualTo("Lyon");

        var found = program.post("/api/v1/worksites/query", """
                {"filter":{"all":[{"field":"custom.avancement","op":"at_least","values":[60]},
                 {"field":"custom.adresse","op":"contains","values":["garibaldi"]}]}}""").is(200);
        assertThat(found.body().path("items").size()).isEqualTo(1);

        var edited = program.patch("/api/v1/worksites/" + id, "{\"custom\":{\"avancement\":80}}")
                .is(200);
        assertThat(edited.body().path("version").asInt()).isEqualTo(2);
        program.post("/api/v1/operations/" + edited.text("operation") + "/undo", "{}")
                .is(200);
        assertThat(program.get("/api/v1/worksites/" + id)
                        .is(200)
                        .body()
                        .path("custom")
                        .path("avancement")
                        .decimalValue())
                .isEqualByComparingTo("62.5");

        program.patch("/api/v1/worksites/" + id, "{\"custom\":{\"plan\":\"javascript:alert(1)\"}}")
                .is(422);
        program.patch("/api/v1/worksites/" + id, "{\"custom\":{\"inconnu\":1}}").is(400);
        var document = program.get("/api/v1/openapi.json").is(200).body();
        assertThat(document.path("paths").has("/api/v1/worksites/{id}")).isTrue();
        assertThat(document.path("components").path("schemas").has("WorksiteValues"))
                .isTrue();
    }

    @Test
    void aTokenOfAnotherWorkspaceOrWithoutTheScopeKnowsNothingOfIt() {
        Program.of(context, world.kerval(), world.kerval().administrator(), "*")
                .get("/api/v1/worksites")
                .is(404);
        Program.of(context, world.verdier(), world.verdier().administrator(), "customers:read")
                .get("/api/v1/worksites")
                .is(403);
    }

    @Test
    void aRecordIsShownAsItWasBefore() {
        world.asAdministrator(() -> {
            var values = Values.object();
            values.put("name", "Belvédère");
            return records.write(Intent.of("record.create", "Belvédère"), w -> w.create("worksite", values));
        });
        var program = Program.of(context, world.verdier(), world.verdier().administrator(), "worksites:read");
        var one = program.get("/api/v1/worksites?limit=1&sort=-id")
                .is(200)
                .body()
                .path("items")
                .path(0);
        var id = one.path("id").asString();
        assertThat(program.get("/api/v1/worksites/" + id + "?at=2099-01-01T00:00:00Z")
                        .is(200)
                        .text("name"))
                .isEqualTo("Belvédère");
        program.get("/api/v1/worksites/" + id + "?at=2001-01-01T00:00:00Z").is(404);
        assertThat(program.get("/api/v1/worksites/" + id + "/changes")
                        .is(200)
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }
}
