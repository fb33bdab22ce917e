package relais.records.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.types.Derivation;
import relais.records.types.Field;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;
import relais.world.Browser;
import relais.world.RelaisTest;
import relais.world.World;

@RelaisTest
class DerivedSettingsTest {
    private static final String OBJECT = "/settings/objects/customer";

    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    ObjectTypes types;

    @Autowired
    DSLContext sql;

    private Browser admin() {
        return world.browserOf(world.verdier().administrator());
    }

    private Field field(String label) {
        return world.asAdministrator(() -> types.of("customer").fields().stream()
                .filter(f -> label.equals(f.labels().get("fr")))
                .findFirst()
                .orElseThrow());
    }

    private String id(Field field) {
        return world.inTransaction(
                world.verdier(),
                () -> sql.fetchSingle(
                                "SELECT f.id FROM records.field f WHERE f.tenant_id = ? AND f.code = ? AND f.deleted_at IS NULL",
                                world.verdier().id(),
                                field.name().substring(7))
                        .get(0, UUID.class)
                        .toString());
    }

    private void number(Browser browser, String label) {
        assertThat(browser.post(OBJECT + "/fields", "labelFr", label, "type", "NUMBER", "section", "custom")
                        .statusCode())
                .isEqualTo(303);
    }

    private UUID customer(String json) {
        return world.asAdministrator(() -> records.write(
                        Intent.of("record.create", "x"),
                        w -> w.create("customer", (tools.jackson.databind.node.ObjectNode) Values.parse(json)))
                .result()
                .id());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void aFormulaIsCheckedWhileItIsTypedAndTriedOnRealRecords() {
        var browser = admin();
        number(browser, "Chiffre");
        number(browser, "Charge");
        customer("{\"name\":\"Brasserie du Pont\",\"custom.chiffre\":50,\"custom.charge\":0}");
        var check = OBJECT + "/formulas/check?formula=";
        var good = browser.page(check + encoded("Chiffre * 2"));
        assertThat(good.text())
                .contains("La formule tient")
                .contains("nombre")
                .contains("Brasserie du Pont")
                .contains("100");
        var zero = browser.page(check + encoded("Chiffre / Charge"));
        assertThat(zero.text()).contains("division par zéro");
        var wrong = browser.page(check + encoded("arrondi(Chifre / Charge; 0)"));
        assertThat(wrong.select(".er").text()).isEqualTo("Chifre");
        assertThat(wrong.text()).contains("« Chifre » n’existe pas").contains("Position 9");
        assertThat(Objects.requireNonNull(wrong.selectFirst("[data-repair]")).attr("data-repair"))
                .isEqualTo("arrondi(Chiffre / Charge; 0)");
    }

    @Test
    void aFormulaFieldIsMadeShownInFrenchWordsChangedAndItsFieldsAreInUse() {
        var browser = admin();
        number(browser, "Vente");
        number(browser, "Achat");
        var id = customer("{\"name\":\"Café Lumière\",\"custom.vente\":30,\"custom.achat\":10}");
        var refused =
                browser.post(OBJECT + "/formulas", "labelFr", "Gain", "section", "custom", "formula", "Vente - Achats");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Objects.requireNonNull(browser.page(refused).selectFirst("#formula"))
                        .text())
                .isEqualTo("Vente - Achats");
        assertThat(browser.post(
                                OBJECT + "/formulas",
                                "labelFr",
                                "Gain",
                                "labelEn",
                                "Profit",
                                "section",
                                "custom",
                                "formula",
                                "si(Vente > 0; arrondi(Vente - Achat; 2); vide)")
                        .statusCode())
                .isEqualTo(303);
        var gain = field("Gain");
        assertThat(((Derivation.Formula) Objects.requireNonNull(gain.derivation())).text())
                .isEqualTo("if(custom.vente > 0, round(custom.vente - custom.achat, 2), empty)");
        assertThat(browser.page("/customers/" + id).text()).contains("Gain").contains("20");
        var pane = browser.page(OBJECT + "/formulas/" + id(gain));
        assertThat(Objects.requireNonNull(pane.selectFirst("#formula")).text())
                .isEqualTo("si(Vente > 0; arrondi(Vente - Achat; 2); vide)");
        assertThat(browser.page(OBJECT).text()).contains("Formule, Nombre");
        assertThat(browser.get(OBJECT + "/fields/" + id(gain)).statusCode()).isEqualTo(302);

        var other = browser.post(
                OBJECT + "/formulas/" + id(gain), "labelFr", "Gain", "section", "custom", "formula", "\"texte\"");
        assertThat(other.statusCode()).as("a text where a number was").isEqualTo(422);
        var circle = browser.post(
                OBJECT + "/formulas/" + id(gain), "labelFr", "Gain", "section", "custom", "formula", "Gain + 1");
        assertThat(circle.statusCode()).isEqualTo(422);
        assertThat(browser.page(circle).text()).contains("tournent en rond");
        assertThat(browser.post(
                                OBJECT + "/formulas/" + id(gain),
                                "labelFr",
                                "Gain",
                                "section",
                                "custom",
                                "formula",
                                "Vente * 10")
                        .statusCode())
                .isEqualTo(303);
        assertThat(world.asAdministrator(
                                () -> records.find("customer", id).orElseThrow().value(gain.name()))
                        .decimalValue())
                .isEqualByComparingTo("300");
    }

    @Test
    void aRollUpIsMadeWithConditionsAndCountsAtOnce() {
        var browser = admin();
        var id = customer("{\"name\":\"Hôtel des Tilleuls\"}");
        for (var kind : new String[] {"note", "call", "call"}) {
            world.asAdministrator(() -> records.write(
                    Intent.of("record.create", "x"),
                    w -> w.create("note", (tools.jackson.databind.node.ObjectNode) Values.parse(
                            "{\"customer\":\"" + id + "\",\"kind\":\"" + kind + "\",\"body\":\"Passage\"}"))));
        }
        var form = browser.page(OBJECT + "/rollups/new?way=notes&figure=count&whereField=kind");
        assertThat(form.select("[name=whereOp] option")).isNotEmpty();
        assertThat(browser.post(
                                OBJECT + "/rollups",
                                "labelFr",
                                "Appels notés",
                                "section",
                                "custom",
                                "way",
                                "",
                                "figure",
                                "count")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post(
                                OBJECT + "/rollups",
                                "labelFr",
                                "Appels notés",
                                "section",
                                "custom",
                                "way",
                                "notes",
                                "figure",
                                "count",
                                "whereField",
                                "kind",
                                "whereOp",
                                "is",
                                "whereValue",
                                "call")
                        .statusCode())
                .isEqualTo(303);
        var calls = field("Appels notés");
        assertThat(world.asAdministrator(
                                () -> records.find("customer", id).orElseThrow().value(calls.name()))
                        .decimalValue())
                .isEqualByComparingTo("2");
        var pane = browser.page(OBJECT + "/rollups/" + id(calls));
        assertThat(pane.select("[name=whereValue] option[selected]").text()).isNotEmpty();
        assertThat(browser.page("/customers/" + id).text()).contains("Appels notés");
    }

    @Test
    void rulesOfAStandardFieldAreWrittenShownAndTakenAway() {
        var browser = admin();
        var rules = OBJECT + "/rules/industry";
        var wrong = browser.post(rules, "valid", "longueur(industry) > ", "messageFr", "Trop court.");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(browser.page(wrong).text()).contains("Il manque une valeur à la fin");
        assertThat(browser.post(rules, "valid", "longueur(industry) >= 3").statusCode())
                .as("without a message")
                .isEqualTo(422);
        assertThat(browser.post(
                                rules,
                                "valid",
                                "longueur(industry) >= 3",
                                "messageFr",
                                "Trois lettres au moins.",
                                "messageEn",
                                "Three letters at least.",
                                "preset",
                                "Restauration")
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.page(OBJECT).text()).contains("vérifié, valeur par défaut");
        assertThat(Objects.requireNonNull(browser.page(rules).selectFirst("#preset"))
                        .val())
                .isEqualTo("Restauration");
        assertThat(browser.post(rules).statusCode()).isEqualTo(303);
        assertThat(world.asAdministrator(
                        () -> types.of("customer").required("industry").rule()))
                .isNull();
    }
}
