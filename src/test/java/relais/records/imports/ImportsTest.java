package relais.records.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.Actor;
import relais.identity.Forbidden;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.NotFound;
import relais.platform.web.Refused;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.imports.Import.State;
import relais.records.imports.source.Unreadable;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class ImportsTest {
    private static final Path DATA = Path.of("../shared/data");

    @Autowired
    World world;

    @Autowired
    Imports imports;

    @Autowired
    ImportStore store;

    @Autowired
    TrialRows trials;

    @Autowired
    Run run;

    @Autowired
    Records records;

    @Autowired
    DSLContext sql;

    @Test
    void theTelephoneCompanysCustomersComeInWithTheirFieldsAndGoAgain() {
        here(() -> {
            var id = real("telco/Telco-Customer-Churn.csv");
            long start = System.nanoTime();
            imports.attempt(id);
            System.out.println("trial ms " + (System.nanoTime() - start) / 1_000_000);
            assertThat(summary(id).path("created").asInt()).isEqualTo(7043);
            start = System.nanoTime();
            finish(id);
            System.out.println("import ms " + (System.nanoTime() - start) / 1_000_000);
            assertThat(find(id).tally()).isEqualTo(new Import.Tally(7043, 0, 0, 0, 0, 0));
            assertThat(count("customers.customer")).isEqualTo(7043);
            var one = byReference("7590 vhveg");
            assertThat(one.value("custom.monthly_charges").decimalValue()).isEqualByComparingTo("29.85");
            assertThat(one.value("custom.senior_citizen").asBoolean()).isFalse();
            assertThat(one.text("custom.contract")).isEqualTo("month_to_month");
            assertThat(one.text("kind")).isEqualTo("person");

            start = System.nanoTime();
            var undone = Objects.requireNonNull(imports.undo(id));
            System.out.println("undo ms " + (System.nanoTime() - start) / 1_000_000);
            assertThat(undone.reversed()).isEqualTo(7043);
            assertThat(undone.kept() + undone.blocked()).isZero();
            assertThat(count("customers.customer")).isZero();
            assertThat(count("customers.match_key")).isZero();
            assertThat(count("records.field")).isZero();
        });
    }

    @Test
    void accountsComeInAsOrganisationsAndSubsidiariesAreTied() {
        here(() -> {
            var id = real("crm-pipeline/accounts.csv");
            imports.attempt(id);
            finish(id);
            assertThat(find(id).tally().created()).isEqualTo(85);
            assertThat(count("customers.affiliation")).isEqualTo(15);
            var acme = byName("acme corporation");
            assertThat(acme.text("kind")).isEqualTo("organisation");
            assertThat(acme.value("addresses").path(0).path("country").asString())
                    .isEqualTo("US");
            assertThat(count("customers.customer")).isEqualTo(85);
            var undone = Objects.requireNonNull(imports.undo(id));
            assertThat(undone.blocked() + undone.kept()).isZero();
            assertThat(count("customers.customer") + count("customers.affiliation"))
                    .isZero();
        });
    }

    @Test
    void personsWithTypingErrorsAreReportedAsLikelyDuplicates() {
        here(() -> {
            var id = real("dedupe/dataset3.csv");
            imports.attempt(id);
            var summary = summary(id);
            assertThat(summary.path("duplicates").asInt()).isBetween(2400, 3200);
            assertThat(summary.path("rejected").asInt()).isLessThan(400);
            imports.followAdvice(id);
            finish(id);
            var tally = find(id).tally();
            assertThat(tally.created() + tally.rejected()).isEqualTo(5000);
            assertThat(tally.aside()).isZero();
            assertThat(Objects.requireNonNull(imports.undo(id)).reversed()).isEqualTo(tally.created());
            assertThat(count("customers.customer")).isZero();
        });
    }

    @Test
    void aFrenchWindowsFileIsTriedImportedAgainAndTakenBack() {
        here(() -> {
            var text =
                    "REF_CLIENT;Raison sociale;Tél.;Courriel;CP;Ville;Cat.;Commercial;Dernière cde;CA N-1;Accord mail\n"
                            + "V-1;Hôtel du Parc;04.78.55.01.12;accueil@parc.example;69003;Lyon;Or;I. GARNIER;03/12/2025;12 480,50;O\n"
                            + "V-2;Brasserie Le Cadran;04 78 27 60 18;;69001;Lyon;Argent;Karim Haddad;31/02/2025;1 200,00;N\n"
                            + "V-3;Clinique Saint-Aubin;voir standard;;69002;Lyon;;;01/02/2025;;O\n"
                            + "V-4;Pension Montbrun;;montbrun.example;69160;Tassin;;;;;\n"
                            + "V-5;Imprimerie Delmas;;delmas@impr.example;69100;Villeurbanne;Bronze;;02/06/2026;0,50;N\n"
                            + "V-1;Hôtel du Parc;04.78.55.01.12;accueil@parc.example;69003;Lyon;Or;;;;\n";
            var id = upload("contacts.csv", text, "windows-1252");
            assertThat(find(id).layout().charset()).isEqualTo("windows-1252");
            imports.attempt(id);
            var summary = summary(id);
            assertThat(summary.path("created").asInt()).isEqualTo(2);
            assertThat(summary.path("duplicates").asInt()).isEqualTo(1);
            assertThat(summary.path("rejected").asInt()).isEqualTo(3);
            assertThat(summary.path("byReason").propertyNames())
                    .containsExactlyInAnyOrder("date.impossible", "phone.malformed", "import.no-at");
            assertThat(summary.path("byReason")
                            .path("date.impossible")
                            .path("line")
                            .asInt())
                    .isEqualTo(3);
            assertThat(count("customers.customer")).isZero();

            imports.followAdvice(id);
            finish(id);
            assertThat(find(id).tally()).isEqualTo(new Import.Tally(2, 0, 1, 1, 0, 3));
            var hotel = byReference("v 1");
            assertThat(hotel.text("name")).isEqualTo("Hôtel du Parc");
            assertThat(hotel.text("tier")).isEqualTo("gold");
            assertThat(hotel.text("owner"))
                    .isEqualTo(world.verdier().administrator().id().toString());
            assertThat(hotel.text("custom.derniere_cde")).isEqualTo("2025-12-03");
            assertThat(hotel.value("custom.ca_n_1").decimalValue()).isEqualByComparingTo("12480.5");
            assertThat(hotel.value("custom.accord_mail").asBoolean()).isTrue();
            assertThat(hotel.value("phones").path(0).path("value").asString()).isEqualTo("+33478550112");
            assertThat(hotel.value("phones").path(0).path("source").asString()).isEqualTo("import");

            var again = upload(
                    "encore.csv",
                    "Courriel;Raison sociale;Tél.;Cat.;Dernière cde\n"
                            + "accueil@parc.example;Hôtel du Parc;06 12 34 56 78;Argent;05/11/2026\n",
                    "UTF-8");
            imports.attempt(again);
            assertThat(summary(again).path("changed").asInt()).isEqualTo(1);
            var shown = world.inTransaction(world.verdier(), () -> trials.page(again, TrialRows.Outcome.CHANGED, 0, 10))
                    .getFirst();
            assertThat(Difference.parse(shown.detail().path("differences")))
                    .extracting(Difference::field, Difference::rule, Difference::written)
                    .containsExactlyInAnyOrder(
                            tuple("phones", Rule.ADD, true),
                            tuple("tier", Rule.KEEP, false),
                            tuple("custom.derniere_cde", Rule.OVERWRITE, true));
            finish(again);
            hotel = byReference("v 1");
            assertThat(hotel.value("phones").size()).isEqualTo(2);
            assertThat(hotel.text("tier")).isEqualTo("gold");
            assertThat(hotel.text("custom.derniere_cde")).isEqualTo("2026-11-05");

            var edited = Values.object();
            edited.put("custom.derniere_cde", "2026-11-20");
            var current = hotel;
            records.write(Intent.of("customer.edit"), w -> w.update("customer", current.id(), null, edited));
            var undone = Objects.requireNonNull(imports.undo(again));
            assertThat(undone.kept()).isEqualTo(1);
            hotel = byReference("v 1");
            assertThat(hotel.value("phones").size()).isEqualTo(1);
            assertThat(hotel.text("custom.derniere_cde")).isEqualTo("2026-11-20");
            var first = Objects.requireNonNull(imports.undo(id));
            assertThat(first.reversed()).isEqualTo(1);
            assertThat(first.kept()).isEqualTo(1);
            assertThat(count("records.field")).as("fields with values stay").isEqualTo(3);
            removeAll();
        });
    }

    @Test
    void personsKeepTheirFamilyNamesAndTheirEmployer() {
        here(() -> {
            var id = upload(
                    "personnes.csv",
                    "Nom;Prénom;Société;E-mail;Téléphone\n"
                            + "Œuvrard;Zoé;Hôtel du Parc;zoe@exemple.fr;06 12 34 56 78\n"
                            + "Lefèvre;Hélène;;helene@exemple.fr;04 78 55 01 12\n",
                    "windows-1252");
            assertThat(find(id).mapping().columns())
                    .extracting(Mapping.ColumnMapping::target)
                    .containsExactly("familyName", "givenName", "parent", "emails", "phones");
            imports.attempt(id);
            finish(id);
            var zoe = byName("zoe oeuvrard");
            assertThat(zoe.text("familyName")).isEqualTo("Œuvrard");
            assertThat(zoe.text("givenName")).isEqualTo("Zoé");
            assertThat(zoe.text("kind")).isEqualTo("person");
            assertThat(byName("helene lefevre").text("familyName")).isEqualTo("Lefèvre");
            assertThat(byName("hotel du parc").text("kind")).isEqualTo("organisation");
            assertThat(count("customers.affiliation")).isEqualTo(1);
            removeAll();
        });
    }

    @Test
    void aNameThatSaysMoreThanTheFirstNameLosesNothing() {
        here(() -> {
            var id = upload(
                    "personnes.csv",
                    "Nom complet;Prénom\nInès Garnier;Inès\nHaddad;Karim\nROUSSEL Anne-Marie;Anne-Marie\nCher;Cher\n",
                    "UTF-8");
            assertThat(find(id).mapping().columns())
                    .extracting(Mapping.ColumnMapping::target)
                    .containsExactly("name", "givenName");
            imports.attempt(id);
            finish(id);
            assertThat(byName("ines garnier").text("familyName")).isEqualTo("Garnier");
            assertThat(byName("karim haddad").text("familyName")).isEqualTo("Haddad");
            assertThat(byName("anne marie roussel").text("familyName")).isEqualTo("ROUSSEL");
            assertThat(byName("cher").text("familyName")).isEmpty();
            removeAll();
        });
    }

    @Test
    void undecidedDuplicatesAreSetAsideAndDecidedOnesObeyed() {
        here(() -> {
            make("{\"kind\":\"organisation\",\"name\":\"Mercier Frères\",\"phones\":[{\"value\":\"0478000001\"}]}");
            make(
                    "{\"kind\":\"organisation\",\"name\":\"Cabinet Roussel Notaires\",\"phones\":[{\"value\":\"0478000002\"}]}");
            var id = upload(
                    "d.csv",
                    "Raison sociale,Tél.,Secteur\nSARL Mercier Frères,04 78 00 00 01,Bois\n"
                            + "Cabinet Roussel,04 78 00 00 02,Droit\nTout Neuf,04 78 00 00 03,Neuf\n"
                            + "Le Troisième,04 78 00 00 02,Autre\n",
                    "UTF-8");
            imports.attempt(id);
            assertThat(summary(id).path("duplicates").asInt()).isEqualTo(3);
            imports.decide(id, 1, TrialRows.Decision.LINK);
            imports.decide(id, 4, TrialRows.Decision.CREATE);
            finish(id);
            assertThat(find(id).tally()).isEqualTo(new Import.Tally(2, 1, 0, 2, 1, 0));
            assertThat(byName("mercier freres").text("industry")).isEqualTo("Bois");
            assertThat(count("customers.customer")).isEqualTo(4);
            imports.undo(id);
            assertThat(byName("mercier freres").value("industry").isMissingNode())
                    .isTrue();
            assertThat(count("customers.customer")).isEqualTo(2);
            removeAll();
        });
    }

    @Test
    void pausedImportsGoOnWhereTheyStoppedAndCancelledOnesStay() {
        here(() -> {
            var text = new StringBuilder("reference,name\n");
            for (int i = 0; i < 3500; i++) {
                text.append("P-").append(i).append(",Client ").append(i).append('\n');
            }
            var id = upload("p.csv", text.toString(), "UTF-8");
            imports.attempt(id);
            assertThat(moved(id, State.RUNNING, State.TRIED)).isTrue();
            var calls = new int[1];
            ScopedValue.where(Actor.CURRENT, RunJob.importing(Actor.current()))
                    .run(() -> run.run(id, () -> ++calls[0] > 2));
            assertThat(find(id).done()).isEqualTo(2000);
            imports.pause(id);
            go(id);
            assertThat(find(id).done()).isEqualTo(2000);
            assertThatThrownBy(() -> imports.pause(id)).isInstanceOf(Refused.class);
            assertThat(moved(id, State.RUNNING, State.PAUSED)).isTrue();
            go(id);
            assertThat(find(id).state()).isEqualTo(State.DONE);
            assertThat(count("customers.customer")).isEqualTo(3500);
            assertThat(Objects.requireNonNull(imports.undo(id)).reversed()).isEqualTo(3500);
            assertThat(count("customers.customer")).isZero();
        });
    }

    @Test
    void whatCantBeReadIsRefusedAndLeavesNothing() {
        here(() -> {
            assertThatThrownBy(() -> upload("a.csv", "a,b\n\"x,1\ny,2\n", "UTF-8"))
                    .isInstanceOfSatisfying(
                            Unreadable.class, u -> assertThat(u.code()).isEqualTo("quote"));
            assertThatThrownBy(() -> imports.upload("customer", "x.bin", new ByteArrayInputStream(new byte[5000])))
                    .isInstanceOf(Unreadable.class);
            assertThat(imports.recent()).noneMatch(i -> i.fileName().equals("a.csv"));
        });
    }

    @Test
    void whoMayNotImportIsRefusedAndTheOtherCompanySeesNothing() {
        var verdier = world.verdier();
        var id = world.as(verdier, verdier.administrator(), () -> upload("n.csv", "name\nA\n", "UTF-8"));
        world.as(verdier, verdier.agent(), () -> {
            assertThatThrownBy(() -> imports.find(id)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> upload("n.csv", "name\nA\n", "UTF-8")).isInstanceOf(Forbidden.class);
        });
        var kerval = world.kerval();
        world.as(kerval, kerval.administrator(), () -> {
            assertThatThrownBy(() -> imports.find(id)).isInstanceOf(NotFound.class);
            assertThat(imports.recent()).isEmpty();
        });
    }

    private void here(Runnable work) {
        world.as(world.verdier(), world.verdier().administrator(), work);
    }

    private UUID real(String name) {
        var path = DATA.resolve(name);
        Assumptions.assumeTrue(Files.exists(path), "no " + path);
        try (var in = Files.newInputStream(path)) {
            return imports.upload("customer", path.getFileName().toString(), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID upload(String name, String text, String charset) {
        return imports.upload("customer", name, new ByteArrayInputStream(text.getBytes(Charset.forName(charset))));
    }

    private void finish(UUID id) {
        assertThat(moved(id, State.RUNNING, State.TRIED)).isTrue();
        go(id);
        assertThat(find(id).state())
                .as(() -> String.valueOf(find(id).problem()))
                .isEqualTo(State.DONE);
    }

    private boolean moved(UUID id, State to, State from) {
        return world.inTransaction(world.verdier(), () -> store.move(id, to, from));
    }

    private void go(UUID id) {
        ScopedValue.where(Actor.CURRENT, RunJob.importing(Actor.current())).run(() -> run.run(id, () -> false));
    }

    private Import find(UUID id) {
        return imports.find(id);
    }

    private JsonNode summary(UUID id) {
        return Objects.requireNonNull(find(id).trial());
    }

    private int count(String table) {
        return world.inTransaction(
                world.verdier(),
                () -> sql.fetchSingle("SELECT count(*) FROM " + table + " WHERE tenant_id = ?", Tenancy.id())
                        .get(0, Integer.class));
    }

    private Snapshot byReference(String key) {
        return by("reference_key", key);
    }

    private Snapshot byName(String key) {
        return by("name_key", key);
    }

    private Snapshot by(String column, String key) {
        var id = world.inTransaction(
                world.verdier(),
                () -> sql.fetchSingle(
                                "SELECT id FROM customers.customer WHERE tenant_id = ? AND " + column + " = ?",
                                Tenancy.id(),
                                key)
                        .get(0, UUID.class));
        return records.find("customer", id).orElseThrow();
    }

    private void make(String json) {
        records.write(Intent.of("customer.create"), w -> w.create("customer", (ObjectNode) Values.parse(json)));
    }

    private void removeAll() {
        world.withoutCustomers(world.verdier(), "records.field");
    }
}
