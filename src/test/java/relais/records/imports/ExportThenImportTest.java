package relais.records.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.Actor;
import relais.records.FieldDescription;
import relais.records.Intent;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.Values;
import relais.records.imports.Import.State;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

/** What is exported comes back as it was: into the same company nothing changes, into another all is the same. */
@RelaisTest
class ExportThenImportTest {
    @Autowired
    World world;

    @Autowired
    Imports imports;

    @Autowired
    ImportStore store;

    @Autowired
    Run run;

    @Autowired
    Records records;

    @Test
    void whatIsExportedComesBackAsItWas() {
        var verdier = world.verdier();
        world.as(verdier, verdier.administrator(), this::fill);
        var exported = export(verdier);
        assertThat(exported.lines().count()).isGreaterThan(14);

        world.as(verdier, verdier.administrator(), () -> {
            var id = attempt(exported);
            var trial = Objects.requireNonNull(imports.find(id).trial());
            assertThat(trial.path("changed").asInt() + trial.path("created").asInt() + trial.path("rejected").asInt())
                    .as(trial.toString())
                    .isZero();
            imports.followAdvice(id);
            finish(verdier, id);
            assertThat(imports.find(id).tally()).isEqualTo(new Import.Tally(0, 0, 14, 12, 0, 0));
        });

        var kerval = world.kerval();
        world.as(kerval, kerval.administrator(), () -> {
            var id = attempt(exported);
            finish(kerval, id);
            assertThat(imports.find(id).tally()).isEqualTo(new Import.Tally(14, 0, 0, 0, 0, 0));
        });
        assertThat(sorted(export(kerval))).isEqualTo(sorted(exported));
    }

    private UUID attempt(String text) {
        var id = imports.upload(
                "customer", "clients.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        imports.attempt(id);
        return id;
    }

    private void finish(World.Company company, UUID id) {
        world.inTransaction(company, () -> store.move(id, State.RUNNING, State.TRIED));
        ScopedValue.where(Actor.CURRENT, RunJob.importing(Actor.current())).run(() -> run.run(id, () -> false));
    }

    private String export(World.Company company) {
        var answer = world.browserOf(company.administrator()).post("/customers/exports", "format", "csv");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String sorted(String text) {
        var lines = text.split("\r\n");
        Arrays.sort(lines);
        return String.join("\n", lines);
    }

    private void fill() {
        field("{\"object\":\"customer\",\"code\":\"ca\",\"type\":\"NUMBER\",\"labelFr\":\"CA N-1\"}");
        field("{\"object\":\"customer\",\"code\":\"vu\",\"type\":\"DATE\",\"labelFr\":\"Vu le\"}");
        field("{\"object\":\"customer\",\"code\":\"accord\",\"type\":\"BOOLEAN\",\"labelFr\":\"Accord mail\"}");
        field("{\"object\":\"customer\",\"code\":\"prix\",\"type\":\"MONEY\",\"labelFr\":\"Dernier prix\"}");
        field("{\"object\":\"customer\",\"code\":\"memo\",\"type\":\"TEXT\",\"labelFr\":\"Mémo\"}");
        make("""
                {"kind":"organisation","name":"=Hôtel \\"du\\" Parc;","reference":"00123","tier":"gold","stage":"prospect",
                 "phones":[{"value":"+33478550112","label":"Accueil"},{"value":"+33612345678"}],
                 "emails":[{"value":"a@parc.example","label":"Compta"},{"value":"b@parc.example"}],
                 "addresses":[{"lines":"1 rue, du Lac\\nBât. B","postcode":"69003","city":"Lyon","country":"FR","label":"Siège"},
                              {"lines":"2 quai","postcode":"69100","city":"Villeurbanne","country":"FR","label":"Dépôt"}],
                 "tags":["bar, nuit","vip"],"industry":"Hôtellerie","language":"fr","preferences":"une\\ndeux"}""");
        make("""
                {"kind":"person","givenName":"Inès","familyName":"D’Été-Łódź","birthDate":"1956-04-09",
                 "phones":[{"value":"+442079460018"}],"tags":["vip"]}""");
        for (int i = 0; i < 12; i++) {
            make("""
                    {"kind":"household","name":"Foyer %d","custom.ca":%s,"custom.vu":"2026-11-%02d","custom.accord":%s,
                     "custom.prix":{"amount":"%d.50","currency":"EUR"},"custom.memo":"'=note n° %d, suite"}"""
                    .formatted(i, i * 1234.5, i + 1, i % 2 == 0, i * 1000, i));
        }
    }

    private void field(String json) {
        written(FieldDescription.NAME, json);
    }

    private void make(String json) {
        written("customer", json);
    }

    private void written(String object, String json) {
        var done = records.write(Intent.of("record.create"), w -> w.create(object, (ObjectNode) Values.parse(json)));
        assertThat(done.result()).isInstanceOf(Outcome.Written.class);
    }
}
