package relais.customers.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.Refused;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.types.Values;
import relais.world.Homes;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class PrivacyTest {
    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    Records records;

    @Autowired
    Erasures erasures;

    private UUID person(String name) {
        return world.asAdministrator(() -> records.write(
                        Intent.of("record.create", name),
                        w -> w.create(
                                "customer",
                                Values.object()
                                        .put("kind", "person")
                                        .put("familyName", name)
                                        .put("stage", "prospect")))
                .result()
                .id());
    }

    private boolean there(UUID id) {
        return world.asAdministrator(() -> records.find("customer", id).isPresent());
    }

    @Test
    void theFileHoldsEverythingOnceToReadAndOnceForMachines() throws IOException {
        var id = person("Dossierovitch");
        world.asAdministrator(() -> records.write(
                Intent.of("note.create"),
                w -> w.create(
                        "note",
                        Values.object().put("customer", id.toString()).put("body", "Rappeler lundi <b>matin</b>"))));
        var browser = world.browserOf(world.verdier().administrator());
        var answer = browser.bytes("/customers/" + id + "/privacy/file.zip");
        var files = unzipped(answer);
        assertThat(files).containsKeys("index.html", "customers.json", "notes.json", "history.json");
        assertThat(files.get("index.html"))
                .contains("Dossierovitch", "Rappeler lundi &lt;b&gt;matin")
                .doesNotContain("<b>matin", "<script", "http");
        assertThat(Values.parse(files.get("notes.json"))
                        .path("notes")
                        .get(0)
                        .path("body")
                        .asString())
                .isEqualTo("Rappeler lundi <b>matin</b>");
    }

    private static Map<String, String> unzipped(byte[] zip) throws IOException {
        var files = new HashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void thePageSaysWhatGoesAsksForTheNameAndErases() {
        var id = person("Effaçable");
        var browser = world.browserOf(world.verdier().administrator());
        var base = "/customers/" + id + "/privacy";
        var page = browser.page(base);
        assertThat(page.select("#erasing").text()).contains("Ce qui s’efface", "Modifications de l’historique");
        assertThat(browser.post(base + "/erasure", "confirmation", "autre").statusCode())
                .isEqualTo(422);
        assertThat(there(id)).isTrue();
        assertThat(browser.post(base + "/erasure", "confirmation", "effaçable").statusCode())
                .isEqualTo(303);
        assertThat(there(id)).isFalse();
        assertThat(browser.get("/customers/" + id).statusCode()).isEqualTo(404);
        var settings = browser.page("/settings/privacy");
        assertThat(settings.text()).contains(id.toString(), "À la demande").doesNotContain("Effaçable");
        assertThat(browser.get("/settings/privacy/erasures.csv").body()).contains(id.toString(), "request");
    }

    @Test
    void aHoldStopsEveryWayOfErasingUntilItIsLifted() {
        var id = person("Litigieux");
        var browser = world.browserOf(world.verdier().administrator());
        var base = "/customers/" + id + "/privacy";
        assertThat(browser.post(base + "/holds", "reason", "").statusCode()).isEqualTo(422);
        assertThat(browser.post(base + "/holds", "reason", "Litige 4417").statusCode())
                .isEqualTo(303);
        assertThat(browser.page(base).select("form[action$=erasure]")).isEmpty();
        assertThat(browser.post(base + "/erasure", "confirmation", "Litigieux").statusCode())
                .isEqualTo(409);
        world.asAdministrator(() -> records.write(Intent.of("record.delete"), w -> w.delete("customer", id, null)));
        assertThatThrownBy(() -> world.asAdministrator(() -> erasures.erase(id, "request", null)))
                .isInstanceOf(Refused.class);
        assertThat(browser.page("/settings/privacy").text()).contains("Litige 4417");
        var hold = world.asAdministrator(
                () -> context.getBean(Holds.class).of(id).getFirst().id());
        assertThat(browser.post(base + "/holds/" + hold + "/lifting").statusCode())
                .isEqualTo(303);
        world.asAdministrator(() -> erasures.erase(id, "request", null));
        assertThat(there(id)).isFalse();
    }

    @Test
    void anErasureIsNotTakenBack() {
        var id = person("Définitif");
        world.asAdministrator(() -> erasures.erase(id, "request", null));
        var operation = world.inTransaction(
                world.verdier(),
                () -> context.getBean(DSLContext.class)
                        .fetchSingle(
                                "SELECT operation_id FROM customers.erasure WHERE tenant_id = ? AND customer_id = ?",
                                Tenancy.id(),
                                id)
                        .get(0, UUID.class));
        assertThatThrownBy(() ->
                        world.asAdministrator(() -> context.getBean(Undo.class).undo(operation)))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("privacy.final"));
    }

    @Test
    void aRuleProposesThoseWhoseTimeIsOverAndErasesThemWhenSomebodyConfirms() {
        var old = person("Ancien Prospect");
        var held = person("Ancien Gardé");
        var fresh = person("Nouveau Prospect");
        world.inTransaction(
                world.verdier(),
                () -> context.getBean(DSLContext.class)
                        .execute(
                                "UPDATE customers.customer SET created_at = now() - interval '5 years' WHERE tenant_id = ? AND id IN (?, ?)",
                                Tenancy.id(),
                                old,
                                held));
        world.asAdministrator(() -> context.getBean(Holds.class).put(held, "", "facture", null));
        var browser = world.browserOf(world.verdier().administrator());
        assertThat(browser.post("/settings/privacy/retentions", "name", "", "months", "0")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post(
                                "/settings/privacy/retentions",
                                "name",
                                "Prospects",
                                "months",
                                "36",
                                "anchor",
                                "contact")
                        .statusCode())
                .isEqualTo(303);
        var rule = browser.page("/settings/privacy")
                .select("a[href*=/retentions/]:contains(Prospects)")
                .attr("href");
        var page = browser.page(rule);
        assertThat(page.text()).contains("Ancien Prospect").doesNotContain("Ancien Gardé", "Nouveau Prospect");
        assertThat(browser.post(rule + "/erasure", "confirmation", "non").statusCode())
                .isEqualTo(422);
        assertThat(browser.post(rule + "/erasure", "confirmation", "effacer").statusCode())
                .isEqualTo(303);
        Homes.await(() -> !there(old));
        assertThat(there(held)).isTrue();
        assertThat(there(fresh)).isTrue();
    }

    @Test
    void theRegisterOfActivitiesIsWrittenAndExported() {
        var browser = world.browserOf(world.verdier().administrator());
        assertThat(browser.post("/settings/privacy/processings", "name", "").statusCode())
                .isEqualTo(422);
        assertThat(browser.post(
                                "/settings/privacy/processings",
                                "name",
                                "Suivi des clients",
                                "purpose",
                                "=cmd()",
                                "basis",
                                "contract")
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.page("/settings/privacy").text()).contains("Suivi des clients", "Contrat");
        assertThat(browser.get("/settings/privacy/processings.csv").body())
                .contains("\"Suivi des clients\"", "\"'=cmd()\"");
    }

    @Test
    void whatAnErasedPersonSharedWithOthersIsStillTakenBackForThem() {
        var gone = person("Effacé Du Lot");
        var stays = person("Resté Du Lot");
        var operation = world.asAdministrator(() -> records.write(Intent.of("bulk.update"), w -> {
            w.update("customer", gone, null, Values.object().put("tier", "gold"));
            return w.update("customer", stays, null, Values.object().put("tier", "gold"));
        }));
        world.asAdministrator(() -> erasures.erase(gone, "request", null));
        var browser = world.browserOf(world.verdier().administrator());
        assertThat(browser.get("/operations/" + operation.operation()).statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/operations").body()).doesNotContain("Effacé Du Lot");
        world.asAdministrator(() -> context.getBean(Undo.class).undo(operation.operation()));
        assertThat(world.asAdministrator(
                        () -> records.find("customer", stays).orElseThrow().text("tier")))
                .isEmpty();
        assertThat(there(gone)).isFalse();
    }
}
