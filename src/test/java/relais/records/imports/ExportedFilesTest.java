package relais.records.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import relais.identity.Actor;
import relais.platform.tenancy.Tenancy;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.imports.Import.State;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

/** What was exported is imported into another company exactly as it was. */
@RelaisTest
class ExportedFilesTest {
    private static final Pattern ORIGINS = Pattern.compile("\"(id|source|since)\":\"[^\"]*\",?");

    private static final String[] CUSTOMERS = {"""
        {"kind":"organisation","name":"=CMD|' /C calc'!A0","reference":"-12","industry":"@SUM(1)","tags":["+1","Lyon, centre"],
         "preferences":"ligne 1\\nligne \\"2\\"; suite","tier":"gold","custom.machines":-1234.5,
         "custom.ca":{"amount":"9760.5","currency":"EUR"},"custom.visite":"2026-02-28","custom.vip":true,"custom.formule":"serenite","custom.contrat":["full","basic"]}""", """
        {"kind":"person","givenName":"Zoë","familyName":"Œuvrard 😀","birthDate":"1956-04-09","stage":"prospect","language":"en",
         "phones":[{"value":"+33478112233","label":"Accueil, matin"},{"value":"+442079460958"}],
         "emails":[{"value":"zoe@exemple.fr","label":"Perso"},{"value":"z@exemple.fr"}],
         "addresses":[{"lines":"12 rue X\\nBât. B","postcode":"69006","city":"Lyon","country":"FR","label":"Siège"},
                      {"lines":"3, quai Y","postcode":"44000","city":"Nantes","country":"FR","label":"Été"},
                      {"city":"Bron"}],
         "custom.ca":{"amount":"12.5","currency":"USD"},"custom.machines":12345678901234567890.5,"custom.vip":false,"custom.formule":"serenite_plus"}""", """
        {"kind":"household","name":"'=déjà","reference":"00123","tags":["vip"],"custom.note":"100 %_ d'avance"}"""};

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

    @Autowired
    DSLContext sql;

    @LocalServerPort
    int port;

    @Test
    void aCsvFileComesBackAsItWas() {
        comesBack("csv");
    }

    @Test
    void anExcelFileComesBackAsItWas() {
        comesBack("xlsx");
    }

    @Test
    void anExportComesBackToTheVeryRecordsAlsoWhenOnlyTheirNamesAreKnown() {
        clean(world.verdier());
        world.as(world.verdier(), world.verdier().administrator(), () -> {
            make("customer", "{\"kind\":\"organisation\",\"name\":\"Delmas\"}");
            make("customer", "{\"kind\":\"organisation\",\"name\":\"Delmas\"}");
            make("customer", "{\"kind\":\"person\",\"givenName\":\"Zoé\"}");
        });
        for (var format : List.of("csv", "xlsx")) {
            changesNothing(format, 3);
        }
        clean(world.verdier());
    }

    @Test
    void theAccountsComeBackUnchanged() throws IOException {
        var accounts = Path.of("../shared/data/crm-pipeline/accounts.csv");
        Assumptions.assumeTrue(Files.exists(accounts), "no " + accounts);
        clean(world.verdier());
        try (var in = Files.newInputStream(accounts)) {
            world.as(world.verdier(), world.verdier().administrator(), () -> {
                var id = imports.upload("customer", "accounts.csv", in);
                imports.attempt(id);
                finish(id, world.verdier());
            });
        }
        changesNothing("csv", 85);
        clean(world.verdier());
    }

    @Test
    void anIdentifierThatIsUnknownHereRecognisesNobody() {
        clean(world.verdier());
        clean(world.kerval());
        world.as(
                world.verdier(),
                world.verdier().administrator(),
                () -> make("customer", "{\"kind\":\"organisation\",\"name\":\"Delmas\"}"));
        var file = exported("csv", world.verdier());
        world.as(world.kerval(), world.kerval().administrator(), () -> {
            var id = imports.upload("customer", "clients.csv", new ByteArrayInputStream(file));
            imports.attempt(id);
            assertThat(imports.find(id).trial().path("created").asInt()).isEqualTo(1);
        });
        world.as(world.verdier(), world.verdier().administrator(), () -> {
            var id = imports.upload(
                    "customer",
                    "clients.csv",
                    new ByteArrayInputStream("Relais id,Name\nnot-an-id,Autre\n".getBytes(StandardCharsets.UTF_8)));
            imports.attempt(id);
            assertThat(imports.find(id).trial().path("created").asInt()).isEqualTo(1);
        });
        clean(world.verdier());
    }

    private void changesNothing(String format, int rows) {
        var file = exported(format, world.verdier());
        world.as(world.verdier(), world.verdier().administrator(), () -> {
            var id = imports.upload("customer", "clients." + format, new ByteArrayInputStream(file));
            imports.attempt(id);
            var trial = imports.find(id).trial();
            assertThat(List.of("created", "changed", "duplicates", "rejected"))
                    .allSatisfy(c -> assertThat(trial.path(c).asInt()).as(c).isZero());
            assertThat(trial.path("unchanged").asInt()).isEqualTo(rows);
            finish(id, world.verdier());
            assertThat(imports.find(id).tally()).isEqualTo(new Import.Tally(0, 0, rows, 0, 0, 0));
        });
    }

    @Test
    void aLinkComesBackToTheVeryCustomerAlsoAmongNamesakes() {
        clean(world.verdier());
        clean(world.kerval());
        world.as(world.kerval(), world.kerval().administrator(), () -> {
            make("field", """
                    {"object":"customer","code":"parrain","type":"LINK","target":"customer","labelFr":"Parrain","labelEn":"Sponsor"}""");
            make("customer", "{\"kind\":\"organisation\",\"name\":\"Delmas\",\"reference\":\"P-1\"}");
            make("customer", "{\"kind\":\"organisation\",\"name\":\"Delmas\",\"reference\":\"P-2\"}");
            make("customer", "{\"kind\":\"organisation\",\"name\":\"Seul\"}");
            link("filleul", "P-1", id("P-2"));
            link("autre", "P-9", id("Seul"));
        });
        var before = states(world.kerval());
        var file = exported("csv", world.kerval());
        world.as(world.kerval(), world.kerval().administrator(), () -> {
            for (var reference : List.of("P-1", "P-9")) {
                var values = Values.object();
                values.set("custom.parrain", Values.none());
                records.write(Intent.of("record.update"), w -> w.update("customer", id(reference), null, values));
            }
            assertThat(states(world.kerval())).isNotEqualTo(before);
            var id = imports.upload("customer", "clients.csv", new ByteArrayInputStream(file));
            imports.attempt(id);
            assertThat(imports.find(id).trial().path("rejected").asInt()).isZero();
            finish(id);
        });
        assertThat(states(world.kerval())).isEqualTo(before);
    }

    /** A customer of this reference, made when there is none, with this sponsor. */
    private void link(String name, String reference, UUID sponsor) {
        var values = Values.object();
        values.put("custom.parrain", sponsor.toString());
        if (reference.equals("P-1")) {
            records.write(Intent.of("record.update"), w -> w.update("customer", id(reference), null, values));
            return;
        }
        values.put("kind", "organisation");
        values.put("name", name);
        values.put("reference", reference);
        records.write(Intent.of("record.create"), w -> w.create("customer", values));
    }

    private UUID id(String referenceOrName) {
        return world.inTransaction(
                world.kerval(),
                () -> sql.fetchSingle(
                                "SELECT id FROM customers.customer WHERE tenant_id = ? AND deleted_at IS NULL AND"
                                        + " (reference = ? OR name = ?)",
                                Tenancy.id(),
                                referenceOrName,
                                referenceOrName)
                        .get(0, UUID.class));
    }

    private void comesBack(String format) {
        clean(world.verdier());
        clean(world.kerval());
        world.as(world.verdier(), world.verdier().administrator(), () -> {
            fields();
            for (var customer : CUSTOMERS) {
                make("customer", customer);
            }
        });
        var before = states(world.verdier());
        assertThat(before).hasSize(CUSTOMERS.length);
        var file = exported(format, world.verdier());
        world.as(world.kerval(), world.kerval().administrator(), () -> {
            fields();
            var id = imports.upload("customer", "clients." + format, new ByteArrayInputStream(file));
            imports.attempt(id);
            assertThat(imports.find(id).trial().path("rejected").asInt()).isZero();
            finish(id);
        });
        assertThat(states(world.kerval())).isEqualTo(before);
    }

    private void fields() {
        make("field", field("machines", "NUMBER", "Machines", ""));
        make("field", field("ca", "MONEY", "CA 12 mois", ""));
        make("field", field("visite", "DATE", "Dernière visite", ""));
        make("field", field("vip", "BOOLEAN", "Reçoit la lettre", ""));
        make("field", field("note", "TEXT", "Remarque", ""));
        make("field", field("contrat", "CHOICES", "Contrats", "full = Complet, tout / Full\\nbasic = Simple / Simple"));
        make(
                "field",
                field(
                        "formule",
                        "CHOICE",
                        "Formule",
                        "serenite = Sérénité / Serenity\\nserenite_plus = Sérénité + / Serenity +"));
    }

    private static String field(String code, String type, String label, String choices) {
        return """
                {"object":"customer","code":"%s","type":"%s","labelFr":"%s","labelEn":"%s","choices":"%s"}""".formatted(code, type, label, label, choices);
    }

    private void make(String object, String json) {
        var made = records.write(Intent.of("record.create"), w -> w.create(object, (ObjectNode) Values.parse(json)));
        assertThat(made.result()).isInstanceOf(Outcome.Written.class);
    }

    private byte[] exported(String format, World.Company company) {
        Browser browser = world.browserOf(company.administrator());
        var form = "format=" + format + "&_csrf=" + URLEncoder.encode(browser.token(), StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/customers/exports"))
                .header("Cookie", "sid=" + browser.cookie("sid"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void finish(UUID id) {
        finish(id, world.kerval());
    }

    private void finish(UUID id, World.Company company) {
        world.inTransaction(company, () -> store.move(id, State.RUNNING, State.TRIED));
        ScopedValue.where(Actor.CURRENT, RunJob.importing(Actor.current())).run(() -> run.run(id, () -> false));
        assertThat(imports.find(id).state()).isEqualTo(State.DONE);
    }

    /** The customers by name, without identities and origins, which belong to each company. */
    private TreeMap<String, String> states(World.Company company) {
        var states = new TreeMap<String, String>();
        world.as(company, company.administrator(), () -> {
            var ids = world.inTransaction(
                    company,
                    () -> sql.fetch(
                                    "SELECT id FROM customers.customer WHERE tenant_id = ? AND deleted_at IS NULL",
                                    Tenancy.id())
                            .getValues(0, UUID.class));
            records.find("customer", ids).values().forEach(r -> states.put(r.title() + r.text("reference"), plain(r)));
        });
        return states;
    }

    private static String plain(Snapshot row) {
        var values = new TreeMap<String, String>();
        row.values()
                .properties()
                .forEach(e -> values.put(
                        e.getKey(),
                        ORIGINS.matcher(e.getValue().toString()).replaceAll("").replace(",}", "}")));
        values.remove(Snapshot.CREATED);
        return values.toString();
    }

    private void clean(World.Company company) {
        world.withoutCustomers(company, "records.field");
    }
}
