package relais.records.formulas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.records.types.Choice;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.Storage;
import relais.records.types.Values;
import tools.jackson.databind.node.ObjectNode;

class FormulaTest {
    private static final Day DAY = new Day(LocalDate.of(2026, 11, 22), ZoneId.of("Europe/Paris"));
    private static final ObjectType TYPE = new ObjectType(
            "site",
            "sites",
            "x.site",
            "hard-hat",
            List.of("name"),
            true,
            List.of(
                    field("name", FieldType.TEXT, "Nom", "Name"),
                    field("budget", FieldType.NUMBER, "Budget", "Budget"),
                    field("facture", FieldType.NUMBER, "Facturé", "Billed"),
                    field("montant", FieldType.MONEY, "Montant annuel", "Yearly amount"),
                    field("remise", FieldType.MONEY, "Remise", "Discount"),
                    field("debut", FieldType.DATE, "Début", "Start"),
                    field("fin", FieldType.DATE, "Fin", "End"),
                    field("vu", FieldType.INSTANT, "Vu le", "Seen"),
                    field("actif", FieldType.BOOLEAN, "Actif", "Active"),
                    new Field(
                            "custom.etape",
                            FieldType.CHOICE,
                            new Storage.Custom("etape", null),
                            Map.of("fr", "Étape", "en", "Step"),
                            "custom",
                            List.of(
                                    new Choice("signe", Map.of("fr", "Signé", "en", "Signed")),
                                    new Choice("ouvert", Map.of("fr", "Ouvert", "en", "Open"))),
                            null,
                            Set.of()),
                    field("mots", FieldType.TAGS, "Étiquettes", "Tags")));

    private static Field field(String code, FieldType type, String french, String english) {
        return new Field(
                "custom." + code,
                type,
                new Storage.Custom(code, null),
                Map.of("fr", french, "en", english),
                "custom",
                List.of(),
                null,
                Set.of());
    }

    private static ObjectNode state() {
        var state = Values.object();
        state.put("custom.name", "Clinique Saint-Aubin");
        state.put("custom.budget", 200);
        state.put("custom.facture", 124);
        state.putObject("custom.montant").put("amount", "1000.00").put("currency", "EUR");
        state.put("custom.debut", "2026-01-31");
        state.put("custom.fin", "2026-03-02");
        state.put("custom.vu", "2026-11-21T23:30:00Z");
        state.put("custom.actif", true);
        state.put("custom.etape", "signe");
        state.putArray("custom.mots").add("Clé").add("VIP");
        return state;
    }

    private static Formula good(String text) {
        return switch (Formula.read(text, TYPE)) {
            case Formula.Reading.Good good -> good.formula();
            case Formula.Reading.Bad bad -> throw new AssertionError(text + ": " + bad.mistake());
        };
    }

    private static Mistake bad(String text) {
        return switch (Formula.read(text, TYPE)) {
            case Formula.Reading.Good good -> throw new AssertionError(text + " holds: " + good.formula());
            case Formula.Reading.Bad bad -> bad.mistake();
        };
    }

    private static String value(String text) {
        return Values.json(good(text).value(state(), DAY).value());
    }

    private static @Nullable String mark(String text) {
        return good(text).value(state(), DAY).mark();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "-2 ^ 2 | -4",
                "2 ^ 3 ^ 2 | 512",
                "10 / 4 | 2.5",
                "1 / 3 | 0.3333333333",
                "20% * 50 | 10",
                "0.1 + 0.2 | 0.3",
                "custom.facture / custom.budget | 0.62",
                "round(2.5) | 3",
                "round(1234.567, -2) | 1200",
                "mod(-7, 3) | 2",
                "min(3, 1, 2) | 1",
                "sum(1, empty, 2) | 3",
                "average(1, 2) | 1.5",
                "power(2, 10) | 1024",
                "abs(-3) | 3",
                "length(custom.name) | 20",
                "days(custom.fin - custom.debut) | 30",
                "months(custom.debut, custom.fin) | 1",
                "weekday(date(2026, 11, 22)) | 7",
                "hours(days(2)) | 48",
                "count(custom.mots) | 2",
                "number(\"1 234,5\") | 1234.5",
                "amount(custom.montant) * 2 | 2000",
                "custom.montant / custom.montant | 1",
            })
    void numbersAreComputed(String text, String expected) {
        assertThat(value(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 < 2 and not (2 < 1) | true",
                "custom.etape = \"signe\" | true",
                "custom.etape = \"Signé\" | true",
                "custom.actif or 1 / 0 > 1 | true",
                "custom.name = \"clinique saint aubin\" | true",
                "contains(custom.mots, \"cle\") | true",
                "contains(custom.name, \"SAINT\") | true",
                "custom.remise = empty | true",
                "isempty(custom.budget) | false",
                "custom.montant > 999 | true",
                "custom.debut < custom.fin | true",
                "today() = date(2026, 11, 22) | true",
                "date(custom.vu) = date(2026, 11, 22) | true",
            })
    void comparisonsAreDecided(String text, String expected) {
        assertThat(value(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "upper(left(custom.name, 8)) & \"!\" | \"CLINIQUE!\"",
                "right(custom.name, 5) | \"Aubin\"",
                "mid(custom.name, 10, 5) | \"Saint\"",
                "replace(custom.name, \"Saint-\", \"St \") | \"Clinique St Aubin\"",
                "if(custom.budget > 100, \"grand\", \"petit\") | \"grand\"",
                "if(custom.remise > 1, \"a\", \"b\") | \"b\"",
                "coalesce(custom.remise, custom.montant) & \"\" | \"1000 EUR\"",
                "addmonths(custom.debut, 1) | \"2026-02-28\"",
                "custom.debut + days(2) | \"2026-02-02\"",
                "custom.montant * 1.005 | {\"amount\":\"1005.00\",\"currency\":\"EUR\"}",
                "money(12.345, \"EUR\") + custom.montant | {\"amount\":\"1012.35\",\"currency\":\"EUR\"}",
            })
    void textsDatesAndMoneyAreMade(String text, String expected) {
        assertThat(value(text)).isEqualTo(expected);
    }

    @Test
    void frenchWordsLabelsAndSemicolonsMeanTheSame() {
        var formula = good("arrondi(Facturé / Budget * 100; 0)");
        assertThat(Values.json(formula.value(state(), DAY).value())).isEqualTo("62");
        assertThat(formula.kept()).isEqualTo("round(custom.facture / custom.budget * 100, 0)");
        assertThat(value("si(Actif et non (Étape = \"Ouvert\"); [Montant annuel]; vide)"))
                .contains("1000.00");
        assertThat(good("SI(vrai; MAX(1;2); 0)").kept()).isEqualTo("if(true, max(1,2), 0)".replace(", ", ", "));
    }

    @Test
    void whatIsKeptReadsBackAsTheSameAndIsShownInTheReadersWords() {
        var kept = good("si(Étape = \"signe\"; [Montant annuel] × 2; vide)").kept();
        var again = good(kept);
        assertThat(again.kept()).isEqualTo(kept);
        assertThat(again.shown(Locale.FRENCH)).startsWith("si(").contains("; ").contains("vide");
        assertThat(good(again.shown(Locale.FRENCH)).kept()).isEqualTo(kept);
        assertThat(good(again.shown(Locale.ENGLISH)).kept()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 / 0 | zero",
                "mod(1, 0) | zero",
                "0 ^ -1 | zero",
                "sqrt(-1) | root",
                "2 ^ 0.3 | exponent",
                "9 ^ 999999999 | large",
                "(9 ^ 999) ^ 999 | large",
                "date(2026, 2, 30) | date",
                "date(2026, 1, 1) + 99999999 | date",
                "money(1, \"XXQ\") | currency",
                "money(1, \"USD\") + custom.montant | currencies",
                "number(\"douze\") | number",
                "days(999999999999) | large",
            })
    void whatCannotBeComputedIsEmptyWithItsReason(String text, String why) {
        var formula = good("if(isempty(" + text + "), 1, 0)");
        assertThat(Values.json(formula.value(state(), DAY).value())).isEqualTo("1");
        if (good(text).fieldType() != null) {
            assertThat(mark(text)).isEqualTo(why);
        }
    }

    @Test
    void emptyFieldsGiveEmptyResultsWithoutAReproach() {
        var empty = Values.object();
        for (var text : List.of("custom.budget + 1", "custom.fin + 1", "upper(custom.name)", "custom.montant * 2")) {
            var result = good(text).value(empty, DAY);
            assertThat(result.value().isNull()).as(text).isTrue();
            assertThat(result.mark()).as(text).isNull();
        }
        assertThat(good("custom.budget > 1").holds(empty, DAY)).isNull();
        assertThat(good("custom.budget > 1 or true").holds(empty, DAY)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + | value.missing | 3 | 1",
                "1 + * 2 | value.expected | 4 | 1",
                "(1 + 2 | parenthesis.open | 0 | 1",
                "1 + 2) | parenthesis.many | 5 | 1",
                "1 2 | operator.missing | 2 | 1",
                "custom.budgt * 2 | field.unknown | 0 | 12",
                "1 + Budgt | field.unknown | 4 | 5",
                "rund(1) | function.unknown | 0 | 4",
                "round | function.bare | 0 | 5",
                "round(\"a\") | kind | 6 | 3",
                "round(1, 2, 3) | arguments | 0 | 14",
                "custom.name + 1 | joining | 12 | 1",
                "custom.debut * 2 | combination | 13 | 1",
                "1 < 2 < 3 | comparison.chained | 6 | 1",
                "custom.name > 1 | comparison | 12 | 1",
                "1 and true | kind | 0 | 1",
                "if(true, 1, \"a\") | branches | 12 | 3",
                "custom.etape = \"perdu\" | choice | 15 | 7",
                "\"abc | text.open | 0 | 4",
                "[abc | bracket.open | 0 | 4",
                "1 § 2 | sign | 2 | 1",
                "12abc | number | 0 | 3",
                "2 * 1,5 | comma | 5 | 1",
                "arrondi(1,5; 0) | comma | 9 | 1",
            })
    void aMistakeIsToldWithItsPlace(String text, String code, int at, int length) {
        var mistake = bad(text);
        assertThat(mistake.code()).isEqualTo(code);
        assertThat(mistake.at()).as("at").isEqualTo(at);
        assertThat(mistake.length()).as("length").isEqualTo(length);
        assertThat(mistake.sentence()).doesNotContain("formula.wrong");
    }

    @Test
    void theNearestNameIsProposedAsTheRepair() {
        var mistake = bad("arrondi(Facturé / Budgt * 100; 0)");
        assertThat(mistake.repair()).isEqualTo("Budget");
        assertThat(mistake.repaired("arrondi(Facturé / Budgt * 100; 0)"))
                .isEqualTo("arrondi(Facturé / Budget * 100; 0)");
        assertThat(bad("rund(1)").repair()).isEqualTo("round");
        assertThat(bad("Montant_annuell").repair()).isEqualTo("[Montant annuel]");
    }

    @Test
    void tenThousandParenthesesAndOtherMonstersAreRefusedAtOnce() {
        assertThat(bad("(".repeat(10_000) + "1" + ")".repeat(10_000)).code()).isEqualTo("long");
        assertThat(bad("(".repeat(1_500) + "1" + ")".repeat(1_500)).code()).isEqualTo("deep");
        assertThat(bad("-".repeat(3_000) + "1").code()).isEqualTo("deep");
        assertThat(bad("not ".repeat(900) + "true").code()).isEqualTo("deep");
        assertThat(bad("2^".repeat(1_000) + "2").code()).isEqualTo("deep");
        assertThat(bad("abs(".repeat(700) + "1" + ")".repeat(700)).code()).isEqualTo("deep");
        assertThat(bad("1+".repeat(1_500) + "1").code()).isEqualTo("large");
        assertThat(bad("9".repeat(40)).code()).isEqualTo("number.long");
        assertThat(bad("").code()).isEqualTo("nothing");
    }

    @Test
    void textsCannotBeBlownUp() {
        var grown = "custom.name";
        for (int i = 0; i < 20; i++) {
            grown = "replace(" + grown + ", \"i\", \"iiiiiiiiii\")";
        }
        assertThat(mark(grown)).isEqualTo("long");
    }

    @Test
    void aFieldThatMayNotBeReadDoesNotExist() {
        var reading = Formula.read("custom.budget * 2", TYPE, f -> !f.name().equals("custom.budget"));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Formula.Reading.Bad.class,
                        b -> assertThat(b.mistake().code()).isEqualTo("field.unknown"));
    }

    @Test
    void itTellsWhatItReadsAndWhetherItMovesWithTheDay() {
        assertThat(good("custom.budget + custom.facture").reads())
                .containsExactlyInAnyOrder("custom.budget", "custom.facture");
        assertThat(good("days(today() - custom.debut)").moving()).isTrue();
        assertThat(good("days(custom.fin - custom.debut)").moving()).isFalse();
        assertThat(good("custom.fin - custom.debut").kind()).isEqualTo(Kind.DURATION);
    }

    @Test
    void anyTextWhateverIsReadOrRefusedAndEveryReadOneIsEvaluated() {
        var pieces = List.of(
                "custom.budget",
                "Facturé",
                "custom.montant",
                "custom.debut",
                "custom.name",
                "custom.mots",
                "vide",
                "1",
                "0",
                "\"x\"",
                "+",
                "-",
                "*",
                "/",
                "^",
                "&",
                "=",
                "<",
                "(",
                ")",
                ",",
                ";",
                "if(",
                "round(",
                "min(",
                "today()",
                "days(",
                "not ",
                " and ",
                " or ",
                "%",
                "[",
                "]",
                "\"",
                "é",
                "\u0000",
                "999999999999999999999");
        var random = new Random(4);
        int read = 0;
        for (int i = 0; i < 60_000; i++) {
            var text = new StringBuilder();
            for (int n = 1 + random.nextInt(9); n > 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            if (Formula.read(text.toString(), TYPE) instanceof Formula.Reading.Good good) {
                read++;
                good.formula().value(state(), DAY);
                good.formula().value(Values.object(), DAY);
                assertThat(good(good.formula().kept()).kept())
                        .isEqualTo(good.formula().kept());
            }
        }
        assertThat(read).isGreaterThan(500);
    }
}
