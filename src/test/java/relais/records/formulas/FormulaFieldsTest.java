package relais.records.formulas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.platform.tenancy.Ids;
import relais.records.Mutation;
import relais.records.Outcome;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.types.Derivation;
import relais.records.types.ObjectTypes;
import relais.records.types.Problem;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class FormulaFieldsTest {
    @Autowired
    World world;

    @Autowired
    Records records;

    @Autowired
    Undo undo;

    @Autowired
    ObjectTypes types;

    @Autowired
    DSLContext sql;

    @AfterEach
    void forgetTheRules() {
        world.inTransaction(world.verdier(), () -> {
            sql.execute(
                    "DELETE FROM records.field_rule WHERE tenant_id = ?",
                    world.verdier().id());
            sql.execute(
                    "DELETE FROM records.single_value WHERE tenant_id = ?",
                    world.verdier().id());
            sql.execute(
                    "UPDATE records.field SET deleted_at = now() WHERE tenant_id = ? AND deleted_at IS NULL",
                    world.verdier().id());
            types.forgetCustomFields();
            return true;
        });
    }

    private UUID field(String code, String type, String more) {
        return world.asAdministrator(() -> {
            var values = json("{\"object\":\"customer\",\"code\":\"" + code + "\",\"type\":\"" + type
                    + "\",\"labelFr\":\"" + code + "\"" + more + "}");
            return written(records.write(Intent.of("field.create", code), w -> w.create("field", values))
                    .result());
        });
    }

    private UUID formula(String code, String type, String text, String reads) {
        return field(code, type, ",\"formula\":" + Values.json(Values.text(text)) + ",\"reads\":\"" + reads + "\"");
    }

    private void rule(String field, String values) {
        world.asAdministrator(() -> written(records.write(
                        Intent.of("field.rule", field),
                        w -> w.create(
                                "fieldRule",
                                json("{\"object\":\"customer\",\"field\":\"" + field + "\"," + values + "}")))
                .result()));
    }

    private static UUID written(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Written.class);
        return outcome.id();
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Values.parse(text);
    }

    private Outcome make(String values) {
        return world.asAdministrator(() -> records.write(
                        Intent.of("record.create", "x"), w -> w.create("customer", json(values)))
                .result());
    }

    private Outcome change(UUID id, String values) {
        return world.asAdministrator(() -> records.write(
                        Intent.of("record.update", "x"), w -> w.update("customer", id, null, json(values)))
                .result());
    }

    private String value(UUID id, String field) {
        return world.asAdministrator(
                () -> records.find("customer", id).orElseThrow().value(field).toString());
    }

    private static List<Problem> problems(Outcome outcome) {
        return outcome instanceof Outcome.Rejected rejected ? rejected.problems() : List.of();
    }

    @Test
    void aFormulaFollowsItsFieldsThroughCreationEditBulkAndUndo() {
        field("ca", "NUMBER", "");
        field("cout", "NUMBER", "");
        formula("marge", "NUMBER", "custom.ca - custom.cout", "custom.ca custom.cout");
        formula("taux", "NUMBER", "round(custom.marge / custom.ca * 100)", "custom.marge custom.ca");
        var id = written(make("{\"name\":\"Marge\",\"custom.ca\":200,\"custom.cout\":50}"));
        assertThat(value(id, "custom.marge")).isEqualTo("150");
        assertThat(value(id, "custom.taux")).isEqualTo("75");

        var operation = world.asAdministrator(() -> records.write(
                        Intent.of("record.update", "x"),
                        w -> w.apply("customer", List.of(new Mutation.Update(id, null, json("{\"custom.cout\":100}")))))
                .operation());
        assertThat(value(id, "custom.taux")).isEqualTo("50");
        world.asAdministrator(() -> undo.undo(Objects.requireNonNull(operation)));
        assertThat(value(id, "custom.taux")).isEqualTo("75");

        change(id, "{\"custom.ca\":0}");
        assertThat(value(id, "custom.taux")).as("divided by zero").isEmpty();
    }

    @Test
    void theUndoOfAnEditKeepsNothingBackBecauseOfAFormula() {
        field("a", "NUMBER", "");
        formula("b", "NUMBER", "custom.a * 2", "custom.a");
        var id = written(make("{\"name\":\"U\",\"custom.a\":1}"));
        var first = world.asAdministrator(() -> records.write(
                        Intent.of("record.update", "x"), w -> w.update("customer", id, null, json("{\"custom.a\":2}")))
                .operation());
        change(id, "{\"industry\":\"Café\"}");
        var result = world.asAdministrator(() -> undo.undo(Objects.requireNonNull(first)));
        assertThat(result.kept()).isZero();
        assertThat(result.reversed()).isOne();
        assertThat(value(id, "custom.b")).isEqualTo("2");
    }

    @Test
    void recordsThatAreThereGetTheirValueWhenAFormulaIsMadeAndItIsSorted() {
        field("points", "NUMBER", "");
        var id = written(make("{\"name\":\"Déjà là\",\"custom.points\":21}"));
        formula("double", "NUMBER", "custom.points * 2", "custom.points");
        assertThat(value(id, "custom.double")).isEqualTo("42");
        var slot = world.asAdministrator(() -> ((relais.records.types.Storage.Custom)
                        types.of("customer").required("custom.double").storage())
                .slot());
        assertThat(world.inTransaction(
                        world.verdier(),
                        () -> sql.fetchSingle(
                                        "SELECT c." + slot
                                                + " FROM customers.customer c WHERE c.tenant_id = ? AND c.id = ?",
                                        world.verdier().id(),
                                        id)
                                .get(0, Double.class)))
                .isEqualTo(42.0);
    }

    @Test
    void nobodyWritesAFormulaFieldByHand() {
        field("n", "NUMBER", "");
        formula("m", "NUMBER", "custom.n + 1", "custom.n");
        assertThat(problems(make("{\"name\":\"Main\",\"custom.m\":5}")))
                .extracting(Problem::code)
                .containsExactly("field.computed");
    }

    @Test
    void formulasThatRunInACircleAreEmptyAndDoNoHarm() {
        field("s", "NUMBER", "");
        formula("x", "NUMBER", "custom.s + 1", "custom.s");
        formula("y", "NUMBER", "custom.x + 1", "custom.x");
        var type = world.asAdministrator(() -> types.of("customer"));
        var check = FormulaChecks.check("custom.y + 1", type, type.required("custom.x"));
        assertThat(check)
                .isInstanceOfSatisfying(
                        Formula.Reading.Bad.class,
                        b -> assertThat(b.mistake().code()).isEqualTo("cycle"));
        assertThat(((Formula.Reading.Bad) check).mistake().sentence()).contains("x → y → x");
        // Two undos at once, or another Relais, may still bring one about.
        world.inTransaction(world.verdier(), () -> {
            sql.execute(
                    "UPDATE records.field SET formula = 'custom.y + 1', reads = 'custom.y' WHERE tenant_id = ? AND code = 'x' AND deleted_at IS NULL",
                    world.verdier().id());
            types.forgetCustomFields();
            return true;
        });
        var id = written(make("{\"name\":\"Cercle\",\"custom.s\":1}"));
        assertThat(value(id, "custom.x")).isEmpty();
        assertThat(value(id, "custom.y")).isEmpty();
    }

    @Test
    void aRuleIsEnforcedWithItsMessageForFormsImportsAndBulkAlike() {
        field("debut", "DATE", "");
        field("fin", "DATE", "");
        rule("custom.fin", """
                "valid":"custom.fin >= custom.debut","messageFr":"La fin vient après le début.","messageEn":"The end comes after the start."
                """);
        assertThat(problems(make("{\"name\":\"R\",\"custom.debut\":\"2026-02-01\",\"custom.fin\":\"2026-01-01\"}")))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.field()).isEqualTo("custom.fin");
                    assertThat(relais.ui.Words.in(
                                    java.util.Locale.FRENCH,
                                    "problem.rule",
                                    p.args().toArray()))
                            .isEqualTo("La fin vient après le début.");
                    assertThat(relais.ui.Words.in(
                                    java.util.Locale.ENGLISH,
                                    "problem.rule",
                                    p.args().toArray()))
                            .isEqualTo("The end comes after the start.");
                });
        var id = written(make("{\"name\":\"R\",\"custom.debut\":\"2026-02-01\"}"));
        assertThat(problems(change(id, "{\"custom.fin\":\"2026-01-31\"}"))).hasSize(1);
        written(change(id, "{\"custom.fin\":\"2026-02-01\"}"));
    }

    @Test
    void aValueIsRequiredWhenItsFormulaHolds() {
        rule("industry", "\"requiredWhen\":\"tier = \\\"gold\\\"\"");
        written(make("{\"name\":\"Sans\"}"));
        assertThat(problems(make("{\"name\":\"Or\",\"tier\":\"gold\"}")))
                .extracting(Problem::code)
                .containsExactly("required");
        written(make("{\"name\":\"Or\",\"tier\":\"gold\",\"industry\":\"Cuivre\"}"));
    }

    @Test
    void aNewRecordGetsItsDefaultsUnlessAValueOrNothingIsGiven() {
        field("visite", "DATE", "");
        rule("tier", "\"preset\":\"\\\"silver\\\"\"");
        rule("custom.visite", "\"preset\":\"=date(2026, 1, 1) + 30\"");
        var id = written(make("{\"name\":\"Défaut\"}"));
        assertThat(value(id, "tier")).contains("silver");
        assertThat(value(id, "custom.visite")).contains("2026-01-31");
        var other = written(make("{\"name\":\"Donné\",\"tier\":\"gold\",\"custom.visite\":null}"));
        assertThat(value(other, "tier")).contains("gold");
        assertThat(value(other, "custom.visite")).isEmpty();
    }

    @Test
    void aSingleValueIsHeldOnceAndFreeAgainWhenItsHolderGivesItUp() {
        field("badge", "TEXT", "");
        rule("custom.badge", "\"single\":true");
        var first = written(make("{\"name\":\"Un\",\"custom.badge\":\"Éclair 7\"}"));
        assertThat(problems(make("{\"name\":\"Deux\",\"custom.badge\":\"eclair-7\"}")))
                .extracting(Problem::code)
                .containsExactly("unique.taken");
        var outcomes = world.asAdministrator(() -> records.write(
                        Intent.of("x"),
                        w -> w.apply(
                                "customer",
                                List.of(
                                        new Mutation.Create(
                                                Ids.next(), json("{\"name\":\"A\",\"custom.badge\":\"9\"}")),
                                        new Mutation.Create(
                                                Ids.next(), json("{\"name\":\"B\",\"custom.badge\":\"9\"}")))))
                .result());
        assertThat(outcomes).filteredOn(o -> o instanceof Outcome.Rejected).hasSize(1);
        written(change(first, "{\"custom.badge\":null}"));
        written(make("{\"name\":\"Deux\",\"custom.badge\":\"ECLAIR 7\"}"));
    }

    @Test
    void aDerivedFieldTellsWhatItIsMadeOf() {
        field("p", "NUMBER", "");
        formula("q", "NUMBER", "custom.p + 1", "custom.p");
        formula("r", "NUMBER", "custom.q + 1", "custom.q");
        var type = world.asAdministrator(() -> types.of("customer"));
        var last = type.required("custom.r");
        assertThat(last.derivation()).isInstanceOf(Derivation.Formula.class);
        assertThat(type.behind(last)).containsExactlyInAnyOrder("custom.q", "custom.p");
        assertThat(last.writable()).isFalse();
    }
}
