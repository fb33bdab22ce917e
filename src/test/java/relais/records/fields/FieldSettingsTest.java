package relais.records.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.Slots;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.files.StoredFiles;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectTypes;
import relais.records.types.Storage;
import relais.records.types.Values;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class FieldSettingsTest {
    private static final String FIELDS = "/settings/objects/customer/fields";

    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    ObjectTypes types;

    @Autowired
    Undo undo;

    @Autowired
    Slots slots;

    @Autowired
    StoredFiles files;

    @Autowired
    DSLContext sql;

    @Test
    void aFieldOfEachTypeIsAddedOverHttpAndIsThereAtOnceInFormListCardAndHistory() {
        var browser = admin();
        var values = Values.object();
        values.put("kind", "organisation");
        values.put("name", "Brasserie Le Cadran");
        for (var type : FieldForm.TYPES) {
            var label = "Essai " + type.name().toLowerCase(java.util.Locale.ROOT);
            var answer = add(browser, label, type);
            assertThat(answer.statusCode()).as(label).isEqualTo(303);
            var field = field(label);
            assertThat(field.type()).isEqualTo(type);
            give(values, field);
        }
        var id = world.asAdministrator(() -> create(values));

        var settings = browser.page("/settings/objects/customer").text();
        var form = browser.page("/customers/new").text();
        var card = browser.page("/customers/" + id).text();
        var columns = String.join(
                ",",
                FieldForm.TYPES.stream()
                        .map(t -> field("Essai " + t.name()).name())
                        .toList());
        var list = browser.page("/customers?columns=name," + columns).text();
        var history = browser.page("/operations/" + latest(browser)).text();
        for (var type : FieldForm.TYPES) {
            var label = "Essai " + type.name().toLowerCase(java.util.Locale.ROOT);
            assertThat(settings).contains(label);
            assertThat(form).as("form").contains(label);
            assertThat(card).as("card").contains(label);
            assertThat(history).as("history").contains(label);
            if (type != FieldType.LONG_TEXT) {
                assertThat(list).as("list").contains(label);
            }
        }
        assertThat(card)
                .contains("mot simple")
                .contains("Premier")
                .contains("12,5")
                .contains("62,5 %")
                .contains("1 h 30 min")
                .contains("★★★★☆");
        assertThat(history).contains("Premier, Second");
        for (var type : FieldForm.TYPES) {
            browser.post(FIELDS + "/" + id(field("Essai " + type.name())) + "/deletion");
        }
    }

    private void give(ObjectNode values, Field field) {
        switch (field.type()) {
            case TEXT, LONG_TEXT -> values.put(field.name(), "mot simple");
            case NUMBER -> values.put(field.name(), new java.math.BigDecimal("12.5"));
            case DATE -> values.put(field.name(), "2026-03-01");
            case BOOLEAN -> values.put(field.name(), true);
            case CHOICE -> values.put(field.name(), "premier");
            case CHOICES -> values.putArray(field.name()).add("premier").add("second");
            case MONEY -> values.putObject(field.name()).put("amount", "10.00").put("currency", "EUR");
            case LINK -> {
                var other = Values.object();
                other.put("name", "Groupe Ormeaux");
                values.put(
                        field.name(), world.asAdministrator(() -> create(other)).toString());
            }
            case PERCENT -> values.put(field.name(), new java.math.BigDecimal("62.5"));
            case DURATION -> values.put(field.name(), 5_400);
            case RATING -> values.put(field.name(), 4);
            case URL -> values.put(field.name(), "https://exemple.fr/plan");
            case ADDRESS ->
                values.putObject(field.name())
                        .put("lines", "12 rue Garibaldi")
                        .put("postcode", "69003")
                        .put("city", "Lyon");
            case USER -> values.put(field.name(), world.verdier().agent().id().toString());
            case LINKS -> {
                var other = Values.object();
                other.put("name", "Clinique Saint-Aubin");
                values.putArray(field.name())
                        .add(world.asAdministrator(() -> create(other)).toString());
            }
            case FILE -> {
                var kept = world.asAdministrator(() -> files.keep(
                        "customer", "plan.pdf", "application/pdf", new java.io.ByteArrayInputStream(new byte[] {1})));
                values.putArray(field.name()).add(kept);
            }
            case INSTANT, SITE, TAGS, COLLECTION -> throw new IllegalStateException(field.name());
        }
    }

    @Test
    void aWrongFormKeepsWhatWasTypedAndSaysWhatIsWrong() {
        var browser = admin();
        var answer = browser.post(FIELDS, "labelFr", "", "labelEn", "Nice", "type", "CHOICE", "section", "custom");
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = browser.page(answer);
        assertThat(Objects.requireNonNull(page.selectFirst("#labelEn")).val()).isEqualTo("Nice");
        assertThat(page.text()).contains("Il manque un nom").contains("Il faut au moins un choix");
        assertThat(browser.post(FIELDS, "labelFr", "Statut", "type", "TEXT", "section", "custom")
                        .statusCode())
                .as("a name that is taken")
                .isEqualTo(422);
        assertThat(browser.post(FIELDS, "labelFr", "X", "type", "COLLECTION", "section", "custom")
                        .statusCode())
                .as("a type nobody may add")
                .isEqualTo(422);
        assertThat(browser.post(FIELDS, "labelFr", "X", "type", "TEXT", "section", "nowhere")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aDeletedFieldGivesItsColumnBackAndComesBackWithItsValues() {
        var browser = admin();
        add(browser, "Machines au bar", FieldType.NUMBER);
        var field = field("Machines au bar");
        var slot = slot(field);
        var values = Values.object();
        values.put("name", "Pension Montbrun");
        values.put(field.name(), 7);
        var id = world.asAdministrator(() -> create(values));
        assertThat(stored(slot, id)).isEqualTo(7.0);

        assertThat(browser.page(FIELDS + "/" + id(field)).text()).contains("Une fiche a une valeur");
        assertThat(browser.post(FIELDS + "/" + id(field) + "/deletion").statusCode())
                .isEqualTo(303);
        assertThat(world.asAdministrator(() -> types.of("customer").field(field.name())))
                .isEmpty();
        assertThat(stored(slot, id)).as("the column is empty").isNull();

        add(browser, "Vient prendre la place", FieldType.NUMBER);
        assertThat(slot(field("Vient prendre la place")))
                .as("the column is free")
                .isEqualTo(slot);

        var deletion = operation("field.delete", "Machines au bar");
        browser.post("/operations/" + deletion + "/undo");
        var back = field("Machines au bar");
        assertThat(slot(back)).isNotEqualTo(slot);
        assertThat(stored(slot(back), id)).as("filled again").isEqualTo(7.0);
    }

    @Test
    void withoutAFreeColumnAFieldWorksAndIsIndexedLater() {
        var browser = admin();
        var added = new ArrayList<Field>();
        for (int i = 1; added.isEmpty() || slotOrNull(added.getLast()) != null; i++) {
            add(browser, "Nombre " + i, FieldType.NUMBER);
            added.add(field("Nombre " + i));
        }
        var slow = added.getLast();
        var values = Values.object();
        values.put("name", "Ateliers Marceau");
        values.put(slow.name(), 3);
        var id = world.asAdministrator(() -> create(values));
        assertThat(browser.page("/settings/objects/customer").text()).contains("sans index");
        assertThat(browser.post(FIELDS + "/" + id(slow) + "/index").statusCode())
                .isEqualTo(409);

        browser.post(FIELDS + "/" + id(added.getFirst()) + "/deletion");
        assertThat(browser.page(FIELDS + "/" + id(slow)).text()).contains("Une colonne indexée est libre");
        assertThat(browser.post(FIELDS + "/" + id(slow) + "/index").statusCode())
                .isEqualTo(303);
        assertThat(stored(slot(field(slow.labels().get("fr"))), id)).isEqualTo(3.0);
        added.subList(1, added.size()).forEach(f -> browser.post(FIELDS + "/" + id(f) + "/deletion"));
    }

    @Test
    void wordsAndChoicesChangeWhileCodesAndValuesStay() {
        var browser = admin();
        browser.post(
                FIELDS,
                "labelFr",
                "Formule",
                "labelEn",
                "Plan",
                "type",
                "CHOICE",
                "section",
                "custom",
                "choiceFr",
                "Petite",
                "choiceEn",
                "Small",
                "choiceFr",
                "Grande / large",
                "choiceEn",
                "");
        var field = field("Formule");
        assertThat(field.choices()).extracting(c -> c.code()).containsExactly("petite", "grande_large");
        var gone = browser.post(
                FIELDS + "/" + id(field),
                "labelFr",
                "Formule",
                "section",
                "custom",
                "choiceCode",
                "petite",
                "choiceFr",
                "Mini",
                "choiceEn",
                "Mini");
        assertThat(gone.statusCode()).as("a choice cannot vanish").isEqualTo(422);
        var renamed = browser.post(
                FIELDS + "/" + id(field),
                "labelFr",
                "Formule du mois",
                "labelEn",
                "Plan",
                "section",
                "profile",
                "choiceCode",
                "grande_large",
                "choiceFr",
                "Grande",
                "choiceEn",
                "Large",
                "choiceCode",
                "petite",
                "choiceFr",
                "Mini",
                "choiceEn",
                "Mini",
                "choiceCode",
                "",
                "choiceFr",
                "Géante",
                "choiceEn",
                "");
        assertThat(renamed.statusCode()).isEqualTo(303);
        var now = field("Formule du mois");
        assertThat(now.name()).isEqualTo(field.name());
        assertThat(now.section()).isEqualTo("profile");
        assertThat(now.choices()).extracting(c -> c.code()).containsExactly("grande_large", "petite", "geante");
    }

    @Test
    void fieldsMoveOnePlaceAndOnlyAdministratorsTouchThem() {
        var browser = admin();
        add(browser, "Un avant", FieldType.TEXT);
        add(browser, "Un apres", FieldType.TEXT);
        assertThat(browser.post(FIELDS + "/" + id(field("Un apres")) + "/move", "to", "up")
                        .statusCode())
                .isEqualTo(303);
        var order = world.asAdministrator(() -> types.of("customer").fields().stream()
                .filter(Field::custom)
                .map(f -> f.labels().get("fr"))
                .toList());
        assertThat(order.indexOf("Un apres")).isLessThan(order.indexOf("Un avant"));

        var agent = world.browserOf(world.verdier().agent());
        assertThat(agent.get("/settings/objects/customer").statusCode()).isEqualTo(403);
        assertThat(agent.post(FIELDS, "labelFr", "Y", "type", "TEXT", "section", "custom")
                        .statusCode())
                .isEqualTo(403);
        var elsewhere = world.browserOf(world.kerval().administrator());
        assertThat(elsewhere.page("/settings/objects/customer").text()).doesNotContain("Un avant");
        assertThat(elsewhere.get(FIELDS + "/" + id(field("Un avant"))).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aNewFieldNeverInheritsTheValuesOfAnotherThatHadItsName() {
        var browser = admin();
        add(browser, "Terrasse", FieldType.TEXT);
        var first = field("Terrasse");
        assertThat(browser.post(FIELDS + "/" + id(first) + "/deletion").statusCode())
                .isEqualTo(303);
        assertThat(add(browser, "Terrasse", FieldType.BOOLEAN).statusCode()).isEqualTo(303);
        assertThat(field("Terrasse").name()).isNotEqualTo(first.name());
    }

    @Test
    void howFullTheFieldsAreComesAfterThePage() {
        var browser = admin();
        var values = Values.object();
        values.put("name", "Salon Naïa");
        world.asAdministrator(() -> create(values));
        assertThat(browser.get("/settings/objects/customer/fill").body())
                .contains("id=\"fill-name\"")
                .contains("100");
        for (var object : List.of("customer", "affiliation", "note")) {
            assertThat(browser.get("/settings/objects/" + object + "/fill").statusCode())
                    .isEqualTo(200);
        }
        assertThat(browser.get("/settings/objects/view").statusCode()).isEqualTo(404);
    }

    private Browser admin() {
        return world.browserOf(world.verdier().administrator());
    }

    private HttpResponse<String> add(Browser browser, String label, FieldType type) {
        return browser.post(
                FIELDS,
                "labelFr",
                label,
                "labelEn",
                "",
                "type",
                type.name(),
                "section",
                "custom",
                "choiceFr",
                "Premier",
                "choiceEn",
                "First",
                "choiceFr",
                "Second",
                "choiceEn",
                "Second");
    }

    private Field field(String label) {
        return world.asAdministrator(() -> types.of("customer").fields().stream()
                .filter(f -> label.equalsIgnoreCase(f.labels().get("fr")))
                .findFirst()
                .orElseThrow());
    }

    private static String slotOrNull(Field field) {
        return ((Storage.Custom) field.storage()).slot();
    }

    private static String slot(Field field) {
        return Objects.requireNonNull(slotOrNull(field));
    }

    private UUID id(Field field) {
        return world.inTransaction(
                world.verdier(),
                () -> sql.resultQuery(
                                "SELECT id FROM records.field WHERE tenant_id = ? AND code = ? AND deleted_at IS NULL",
                                world.verdier().id(),
                                ((Storage.Custom) field.storage()).member())
                        .fetchSingle()
                        .get(0, UUID.class));
    }

    private UUID operation(String intent, String subject) {
        return world.inTransaction(
                world.verdier(),
                () -> sql.resultQuery(
                                "SELECT id FROM records.operation WHERE tenant_id = ? AND intent = ? AND args ->> 'subject' = ?",
                                world.verdier().id(),
                                intent,
                                subject)
                        .fetchSingle()
                        .get(0, UUID.class));
    }

    private Object stored(String slot, UUID customer) {
        return world.inTransaction(
                world.verdier(),
                () -> sql.resultQuery(
                                "SELECT " + slot + " FROM customers.customer WHERE tenant_id = ? AND id = ?",
                                world.verdier().id(),
                                customer)
                        .fetchSingle()
                        .get(0));
    }

    private String latest(Browser browser) {
        Document page = browser.page("/operations");
        return Objects.requireNonNull(page.selectFirst("tr[data-operation]")).attr("data-operation");
    }

    private UUID create(ObjectNode values) {
        var outcome = records.write(Intent.of("record.create", "x"), w -> w.create("customer", values))
                .result();
        assertThat(outcome).isInstanceOf(Outcome.Written.class);
        return outcome.id();
    }
}
