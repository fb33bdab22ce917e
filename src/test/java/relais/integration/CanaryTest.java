package relais.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import relais.customers.consent.Channel;
import relais.customers.consent.Consents;
import relais.customers.consent.Purpose;
import relais.customers.privacy.Erasures;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.files.StoredFiles;
import relais.records.merging.Merges;
import relais.records.types.Values;
import relais.world.Homes;
import relais.world.RelaisTest;
import relais.world.TestDatabase;
import relais.world.World;

/** Whoever is erased is nowhere any more: not in any table, not in a file, not in what Relais said meanwhile. */
@RelaisTest
@ExtendWith(OutputCaptureExtension.class)
class CanaryTest {
    private static final List<String> CANARIES = List.of("zyxcanari", "quetzalou", "698123477", "98 12 34 77");

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    Records records;

    @Test
    void afterErasureNothingOfThePersonIsLeftAnywhere(CapturedOutput said) throws Exception {
        var id = seeded();
        assertThat(traces()).isNotEmpty();
        var fates = world.asAdministrator(() -> {
            var erasures = context.getBean(Erasures.class);
            var preview = erasures.preview(erasures.person(id));
            erasures.erase(id, "request", null);
            return preview;
        });
        assertThat(fates).hasSizeGreaterThan(4);
        assertThat(traces()).isEmpty();
        assertThat(files()).isEmpty();
        assertThat(CANARIES).noneMatch(said.getAll().toLowerCase(Locale.ROOT)::contains);
        var line = world.asAdministrator(
                () -> context.getBean(Erasures.class).register(10).getFirst());
        assertThat(line.customer()).isEqualTo(id);
        assertThat(line.counts()).containsEntry("customer", 2).containsEntry("note", 1);
    }

    /** The person, by way of the API, an import, a note, a consent, a view, an edit, an own field and a tag. */
    private UUID seeded() {
        var program = Program.of(context, world.verdier(), world.verdier().administrator(), "*");
        field();
        var made = program.post(
                        "/api/v1/customers",
                        "{\"kind\":\"person\",\"givenName\":\"Zyxcanari\",\"familyName\":\"Quetzalou\","
                                + "\"reference\":\"ZYXCANARI-1\",\"emails\":[{\"value\":\"zyxcanari@quetzalou.example\"}],"
                                + "\"phones\":[{\"value\":\"06 98 12 34 77\"}],\"custom\":{\"surnom\":\"Le zyxcanari\"}}",
                        "Idempotency-Key",
                        "canary")
                .is(201);
        var path = made.header("Location");
        program.patch(path, "{\"familyName\":\"Quetzalou-Martin\",\"preferences\":\"zyxcanari aime le café\"}")
                .is(200);
        program.post(
                        "/api/v1/notes",
                        "{\"customer\":\"" + made.text("id") + "\",\"body\":\"zyxcanari a rappelé du 06 98 12 34 77\"}")
                .is(201);
        var id = UUID.fromString(made.text("id"));
        world.asAdministrator(() -> context.getBean(Consents.class)
                .note(
                        id,
                        "Zyxcanari Quetzalou",
                        new Consents.Said(
                                Purpose.MARKETING,
                                List.of(Channel.EMAIL),
                                true,
                                null,
                                "v1",
                                "zyxcanari",
                                "zyxcanari")));
        world.as(
                world.verdier(),
                world.verdier().agent(),
                () -> records.write(
                        Intent.of("view.create", "Zyxcanari"),
                        w -> w.create(
                                "view",
                                Values.object()
                                        .put("object", "customer")
                                        .put("name", "Suivi")
                                        .put(
                                                "criteria",
                                                "{\"field\":\"name\",\"op\":\"is\",\"values\":[\"Zyxcanari Quetzalou\"]}")
                                        .put(
                                                "owner",
                                                world.verdier().agent().id().toString()))));
        imported();
        attached(id);
        merged(program, id);
        return id;
    }

    /** Another record of the same person, merged into the first. */
    private void merged(Program program, UUID id) {
        var other = UUID.fromString(program.post(
                        "/api/v1/customers", "{\"givenName\":\"Zyxcanari\",\"familyName\":\"Quetzalou-Autrefois\"}")
                .is(201)
                .text("id"));
        world.asAdministrator(() -> context.getBean(Merges.class)
                .merge(new Merges.Request("customer", id, List.of(other), Map.of(), Map.of())));
    }

    private void field() {
        field("surnom", "TEXT");
        field("pieces", "FILE");
    }

    private void field(String code, String type) {
        world.asAdministrator(() -> records.write(
                Intent.of("field.create", code),
                w -> w.create(
                        "field",
                        Values.object()
                                .put("object", "customer")
                                .put("code", code)
                                .put("labelFr", code)
                                .put("labelEn", code)
                                .put("type", type))));
    }

    /** A file of that name with that name in it, and one that was replaced by it. */
    private void attached(UUID id) {
        for (int i = 0; i < 2; i++) {
            var content = new ByteArrayInputStream("contrat de zyxcanari".getBytes(StandardCharsets.UTF_8));
            world.asAdministrator(() -> {
                var file = context.getBean(StoredFiles.class)
                        .keep("customer", "zyxcanari.pdf", "application/pdf", content);
                var values = Values.object();
                values.putArray("custom.pieces").add(file);
                return records.write(Intent.of("record.update", ""), w -> w.update("customer", id, null, values));
            });
        }
    }

    /** A file that was sent and tried, and never run. */
    private void imported() {
        var browser = world.browserOf(world.verdier().administrator());
        var file = "reference;name;email\nZYXCANARI-1;Zyxcanari Quetzalou;zyxcanari@quetzalou.example\n";
        var sent =
                browser.upload("/imports", "clients.csv", file.getBytes(StandardCharsets.UTF_8), "object", "customer");
        assertThat(sent.statusCode()).isIn(302, 303);
        var path = sent.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        browser.post(path, "then", "trial");
        var trial = path.substring(0, path.lastIndexOf('/')) + "/trial";
        Homes.await(() -> browser.get(trial).body().contains("ledger"));
    }

    /** Where the canaries are, over the text of every row of every table. */
    private static List<String> traces() {
        return TestDatabase.asSuperuser(c -> {
            var found = new ArrayList<String>();
            try (var tables = c.createStatement()
                    .executeQuery("SELECT schemaname || '.' || quote_ident(tablename) FROM pg_tables"
                            + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
                while (tables.next()) {
                    try (var rows =
                            c.createStatement().executeQuery("SELECT t::text FROM " + tables.getString(1) + " t")) {
                        while (rows.next()) {
                            if (named(rows.getString(1))) {
                                found.add(tables.getString(1) + ": " + rows.getString(1));
                            }
                        }
                    }
                }
            }
            return found;
        });
    }

    private static boolean named(String row) {
        var text = row.toLowerCase(Locale.ROOT);
        return CANARIES.stream()
                .anyMatch(canary -> text.contains(canary)
                        || text.contains(HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8)))
                        || text.contains(new StringBuilder(canary).reverse()));
    }

    /** Files of the data folder that hold a canary; those of the database are its own affair. */
    private List<Path> files() throws IOException {
        var home = Path.of(context.getEnvironment().getRequiredProperty("relais.home"));
        try (var all = Files.walk(home.resolve("files"))) {
            return all.filter(Files::isRegularFile).filter(CanaryTest::named).toList();
        }
    }

    private static boolean named(Path file) {
        try {
            return named(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
