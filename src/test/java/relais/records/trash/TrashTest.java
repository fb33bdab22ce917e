package relais.records.trash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.Forbidden;
import relais.identity.Workspaces;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.Refused;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.changes.Operations;
import relais.records.seal.Seals;
import relais.records.seal.Verifier;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.Problem;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.TestDatabase;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class TrashTest {
    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    Undo undo;

    @Autowired
    Trash trash;

    @Autowired
    Expiry expiry;

    @Autowired
    ObjectTypes types;

    @Autowired
    Operations operations;

    @Autowired
    Workspaces workspaces;

    @Autowired
    Seals seals;

    @Autowired
    Verifier verifier;

    @Autowired
    DSLContext sql;

    private UUID person = new UUID(0, 0);
    private UUID hotel = new UUID(0, 0);
    private UUID affiliation = new UUID(0, 0);
    private UUID note = new UUID(0, 0);

    @BeforeEach
    void aPersonWorksForAHotelAndSomebodyWroteANote() {
        world.withoutCustomers(world.verdier(), "timeline.note", "timeline.entry", "timeline.entry_customer");
        person = create("customer", "{\"givenName\":\"Sophie\",\"familyName\":\"Lemoine\",\"reference\":\"S-1\"}");
        hotel = create("customer", "{\"kind\":\"organisation\",\"name\":\"Hôtel des Tilleuls\"}");
        affiliation = create("affiliation", "{\"person\":\"%s\",\"organisation\":\"%s\"}".formatted(person, hotel));
        note = create("note", "{\"customer\":\"%s\",\"body\":\"Rappeler\"}".formatted(person));
    }

    @Test
    void deletionTakesAlongWhatHangsOnTheRecordAndRestorationBringsItBackAsOneOperation() {
        var operation = delete("customer", person);
        assertThat(alive("affiliation", affiliation)).isFalse();
        assertThat(alive("note", note)).isFalse();
        assertThat(in(() -> operations.find(operation).orElseThrow()).changes()).isEqualTo(3);

        var lying = in(() -> trash.page(customer(), "", null, 10));
        assertThat(lying).hasSize(1);
        assertThat(lying.getFirst().by())
                .isEqualTo(world.verdier().administrator().name());
        assertThat(lying.getFirst().operation()).isEqualTo(operation);
        assertThat(lying.getFirst().along()).containsEntry("note", 1).containsEntry("affiliation", 1);
        assertThat(in(() -> trash.page(types.of("note"), "", null, 10)))
                .as("told with the customer")
                .isEmpty();
        assertThat(in(() -> trash.page(customer(), "lemoine", null, 10))).hasSize(1);
        assertThat(in(() -> trash.page(customer(), "tilleuls", null, 10))).isEmpty();

        var restored = in(() -> trash.restore(customer(), List.of(person), false));
        assertThat(restored.result().back()).containsExactly(person);
        assertThat(alive("customer", person)).isTrue();
        assertThat(alive("affiliation", affiliation)).isTrue();
        assertThat(alive("note", note)).isTrue();
        assertThat(in(() -> undo.undo(Objects.requireNonNull(restored.operation())))
                        .reversed())
                .isEqualTo(3);
        assertThat(alive("note", note)).isFalse();
        assertThat(in(() -> undo.undo(operation)).reversed()).isEqualTo(3);
        assertThat(alive("note", note)).isTrue();
    }

    @Test
    void anAffiliationWaitsForBothItsEndsAndANoteDeletedBeforeStaysInTheTrash() {
        delete("note", note);
        delete("customer", hotel);
        delete("customer", person);
        in(() -> trash.restore(customer(), List.of(hotel), false));
        assertThat(alive("affiliation", affiliation)).as("one end is missing").isFalse();
        in(() -> trash.restore(customer(), List.of(person), false));
        assertThat(alive("affiliation", affiliation)).isTrue();
        assertThat(alive("note", note)).as("deleted by itself").isFalse();
        assertThat(in(() -> trash.page(types.of("note"), "", null, 10))).hasSize(1);
        in(() -> trash.restore(types.of("note"), List.of(note), false));
        assertThat(alive("note", note)).isTrue();
    }

    @Test
    void whatHangsOnARecordInTheTrashDoesNotComeBackAlone() {
        delete("note", note);
        delete("customer", person);
        var restored = in(() -> trash.restore(types.of("note"), List.of(note), false));
        assertThat(restored.result().refused().get(note))
                .extracting(Problem::code)
                .containsExactly("trash.held");
        assertThat(alive("note", note)).isFalse();
    }

    @Test
    void aValueTakenMeanwhileIsNamedAndTheRecordComesBackWithoutIt() {
        delete("customer", person);
        var holder = create("customer", "{\"kind\":\"organisation\",\"name\":\"Autre\",\"reference\":\"S-1\"}");
        var refused = in(() -> trash.restore(customer(), List.of(person), false));
        assertThat(refused.operation()).isNull();
        var problem = refused.result().refused().get(person).getFirst();
        assertThat(problem.code()).isEqualTo("unique.taken");
        assertThat(problem.args()).containsExactly("S-1", holder.toString());

        var page = world.browserOf(world.verdier().administrator());
        var shown = page.post("/trash/customers/restoration", "id", person.toString());
        assertThat(shown.statusCode()).isEqualTo(422);
        assertThat(shown.body())
                .contains("S-1")
                .contains("/customers/" + holder)
                .contains("Restaurer sans");
        assertThat(page.post("/trash/customers/restoration", "id", person.toString(), "without", "true")
                        .statusCode())
                .isEqualTo(303);
        assertThat(alive("customer", person)).isTrue();
        assertThat(alive("note", note)).isTrue();
        assertThat(in(() -> records.find("customer", person).orElseThrow().text("reference")))
                .isEmpty();
    }

    @Test
    void afterTheTermARecordAndWhatHangsOnItAreGoneAndTheProofStands() {
        in(() -> {
            trash.keep(30);
            return true;
        });
        var operation = delete("customer", person);
        aged(20);
        expire();
        assertThat(rows("customers.customer", person)).isEqualTo(1);
        aged(20);
        expire();
        assertThat(rows("customers.customer", person)).isZero();
        assertThat(rows("timeline.note", note)).isZero();
        assertThat(rows("customers.affiliation", affiliation)).isZero();
        assertThat(count("records.search_term", "record_id", person)).isZero();
        assertThat(count("customers.match_key", "customer_id", person)).isZero();
        assertThat(count("customers.contact_point", "customer_id", person)).isZero();
        assertThat(rows("customers.customer", hotel)).isEqualTo(1);
        var last = in(() -> operations.find(operation).orElseThrow());
        assertThat(in(() -> undo.undo(last.id())).blocked()).isEqualTo(3);
    }

    @Test
    void aFinalDeletionAtOnceIsForAdministratorsWhoTypeTheWordAndIsNeverTakenBack() {
        delete("customer", person);
        var administrator = world.browserOf(world.verdier().administrator());
        var path = "/trash/customers/deletion";
        assertThat(administrator.post(path, "id", person.toString()).body()).contains("Écrivez «");
        assertThat(administrator
                        .post(path, "id", person.toString(), "typed", "oui")
                        .statusCode())
                .isEqualTo(422);
        assertThat(rows("customers.customer", person)).isEqualTo(1);
        assertThat(world.browserOf(world.verdier().manager())
                        .post(path, "id", person.toString(), "typed", "supprimer")
                        .statusCode())
                .isEqualTo(403);
        assertThat(administrator
                        .post(path, "id", person.toString(), "typed", "Supprimer")
                        .statusCode())
                .isEqualTo(303);
        assertThat(rows("customers.customer", person)).isZero();
        var done =
                in(() -> operations.latest(world.verdier().administrator().id()).orElseThrow());
        assertThat(done.changes()).isEqualTo(3);
        assertThatThrownBy(() -> in(() -> undo.undo(done.id()))).isInstanceOf(Refused.class);
        assertThat(administrator.page("/operations/" + done.id()).select("form[action$=/undo]"))
                .isEmpty();
        assertThat(administrator.page("/operations").text()).contains("définitive");
        in(() -> {
            seals.all();
            return true;
        });
        assertThat(in(() -> verifier.verify(List.of())).findings()).isEmpty();
    }

    @Test
    void recordsOfAnObjectThatTheWorkspaceMadeGoComeBackAndDisappearWithTheCustomerTheyNeed() {
        create("object", """
                {"code":"chantier","plural":"chantiers","icon":"hard-hat","oneFr":"Chantier","manyFr":"Chantiers",
                 "oneEn":"Site","manyEn":"Sites","titleFr":"Nom","titleEn":"Name"}""");
        create("field", """
                {"object":"chantier","code":"client","type":"LINK","target":"customer","labelFr":"Client","required":true}""");
        create("field", """
                {"object":"chantier","code":"voisin","type":"LINK","target":"customer","labelFr":"Voisin"}""");
        var needed = create("chantier", "{\"name\":\"Quai\",\"custom.client\":\"%s\"}".formatted(person));
        var linked = create(
                "chantier",
                "{\"name\":\"Pont\",\"custom.client\":\"%s\",\"custom.voisin\":\"%s\"}".formatted(hotel, person));
        delete("customer", person);
        assertThat(alive("chantier", needed)).isFalse();
        assertThat(alive("chantier", linked)).as("can do without").isTrue();
        assertThat(in(() -> trash.page(types.of("chantier"), "", null, 10))).isEmpty();
        in(() -> trash.restore(customer(), List.of(person), false));
        assertThat(alive("chantier", needed)).isTrue();

        delete("chantier", needed);
        assertThat(world.browserOf(world.verdier().administrator())
                        .page("/trash/chantiers?q=quai")
                        .text())
                .contains("Quai");
        delete("customer", person);
        in(() -> trash.purge(customer(), List.of(person)));
        assertThat(rows("records.record", needed)).isZero();
        assertThat(count("records.link", "from_id", needed)).isZero();
        assertThat(in(() ->
                        records.find("chantier", linked).orElseThrow().values().has("custom.voisin")))
                .isFalse();
    }

    @Test
    void theTrashIsForThoseWhoMayDeleteAndOfOneWorkspace() {
        delete("customer", person);
        var reader = world.verdier().reader();
        assertThatThrownBy(() -> world.as(world.verdier(), reader, () -> trash.page(customer(), "", null, 10)))
                .isInstanceOf(Forbidden.class);
        assertThat(world.browserOf(reader).get("/trash/customers").statusCode()).isEqualTo(404);
        var stranger = world.browserOf(world.kerval().administrator());
        assertThat(stranger.page("/trash/customers").text()).doesNotContain("Lemoine");
        assertThat(stranger.post("/trash/customers/restoration", "id", person.toString())
                        .statusCode())
                .isEqualTo(409);
        assertThat(alive("customer", person)).isFalse();
        var page = world.browserOf(world.verdier().administrator()).page("/trash/customers?q=Lémoine");
        assertThat(page.text()).contains("Sophie Lemoine").contains("1 note");
    }

    private ObjectType customer() {
        return types.of("customer");
    }

    private UUID delete(String object, UUID id) {
        return in(() -> records.write(Intent.of("record.delete", "x"), w -> w.delete(object, id, null))
                .operation());
    }

    private void expire() {
        expiry.expire(workspaces.find(world.verdier().id()).orElseThrow());
    }

    /** What lies in the trash has lain there so many days longer. */
    private void aged(int days) {
        for (var table : List.of("customers.customer", "customers.affiliation", "timeline.note")) {
            TestDatabase.asSuperuser(connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.executeUpdate("UPDATE " + table + " SET deleted_at = deleted_at - interval '"
                            + days + " days' WHERE deleted_at IS NOT NULL");
                }
            });
        }
    }

    private boolean alive(String object, UUID id) {
        return in(() -> records.find(object, id).isPresent());
    }

    private int rows(String table, UUID id) {
        return count(table, "id", id);
    }

    private int count(String table, String column, UUID id) {
        return world.inTransaction(
                world.verdier(),
                () -> sql.fetchCount(
                        sql.selectOne().from(table).where("tenant_id = ? AND " + column + " = ?", Tenancy.id(), id)));
    }

    private UUID create(String object, String values) {
        var made = in(() -> records.write(
                        Intent.of("record.create", "x"), w -> w.create(object, (ObjectNode) Values.parse(values)))
                .result());
        assertThat(made).isInstanceOf(Outcome.Written.class);
        return made.id();
    }

    private <T> T in(java.util.concurrent.Callable<T> work) {
        return world.asAdministrator(work);
    }
}
