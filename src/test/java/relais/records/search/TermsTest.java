package relais.records.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import relais.records.types.ContactPoints;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.ObjectType;
import relais.records.types.Storage;
import relais.records.types.Values;

class TermsTest {
    private static final ObjectType THING = new ObjectType(
            "thing",
            "things",
            "t.thing",
            "box",
            List.of("name", "reference"),
            true,
            List.of(
                    Field.of("name", FieldType.TEXT, "name", "main"),
                    Field.of("reference", FieldType.TEXT, "reference", "main", Field.Trait.UNIQUE),
                    points("phones", ContactPoints.PHONE),
                    points("emails", ContactPoints.EMAIL),
                    points("addresses", ContactPoints.ADDRESS)));

    private static Field points(String name, String kind) {
        return Field.of(name, FieldType.COLLECTION, kind, "main").in(new Storage.Children("t.point", "thing_id", kind));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":"Jean-Pierre Dupont"}                   | NAME jean pierre dupont, NAME_TURNED dupont jean pierre, NAME_TURNED pierre dupont jean
            {"name":"Hôtel Œuvre"}                          | NAME hotel oeuvre, NAME_TURNED oeuvre hotel
            {"name":"  "}                                   | ''
            {"name":"🍀"}                                   | NAME 🍀
            {"reference":"VRD-104233"}                      | REFERENCE vrd104233, REFERENCE_END 104233
            {"reference":"X1"}                              | REFERENCE x1
            {"phones":[{"value":"+33612345678"}]}           | PHONE 0612345678, PHONE_END r8765432160
            {"phones":[{"value":"+442079460958"}]}          | PHONE 442079460958, PHONE_END r859064970244
            {"emails":[{"value":"j.dupont+vip@parc.example"}]} | EMAIL j.dupont+vip@parc.example, EMAIL_PART dupont, EMAIL_PART parc.example, EMAIL_PART vip
            {"name":"J Dupont","emails":[{"value":"j.dupont@parc.example"}]} | EMAIL j.dupont@parc.example, EMAIL_PART parc.example, NAME j dupont, NAME_TURNED dupont j
            {"addresses":[{"city":"Lyon"}]}                 | ''
            """)
    void everyValueGivesTheTermsItIsFoundBy(String state, String terms) {
        var made = Terms.of(THING, Values.parse(state)).stream()
                .map(t -> t.source() + " " + t.text())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(String.join(", ", made)).isEqualTo(terms);
    }

    @Test
    void endlessNamesGiveFewAndShortTerms() {
        var made = Terms.of(THING, Values.object().put("name", "mot ".repeat(250)));
        assertThat(made).hasSizeLessThanOrEqualTo(6).allMatch(t -> t.text().length() <= 120);
        assertThat(new Term("🍀".repeat(200), Source.NAME).text()).isEqualTo("🍀".repeat(60));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "06 12 34 56 78",
                "06.12.34.56.78",
                "0612345678",
                "+33 6 12 34 56 78",
                "+33 (0)6 12 34 56 78",
                "0033612345678",
                "06/12/34/56/78",
                "06-12-34-56-78"
            })
    void aPhoneIsTheSameInAnyWriting(String typed) {
        assertThat(Sought.of(typed).beginnings()).contains("0612345678", "r876543216");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dupont, Jean-Pierre   | dupont jean pierre,dupontjeanpierre
            VRD-104               | vrd 104,vrd104,vrd-104
            Jean.Du@parc          | jean du parc,jeanduparc,jean.du@parc
            5678                  | 5678,r8765
            78                    | 78
            %                     | %
            L'Œil                 | l oeil,loeil,l'œil
            """)
    void whatIsTypedBecomesBeginningsOfTerms(String typed, String beginnings) {
        assertThat(String.join(",", Sought.of(typed).beginnings())).isEqualTo(beginnings);
    }

    @Test
    void nothingAndEndlessTextsAreHarmless() {
        assertThat(Sought.of(" \t ").empty()).isTrue();
        assertThat(Sought.of("x".repeat(10_000)).beginnings()).allMatch(b -> b.length() == 200);
        assertThat(Sought.of("a ".repeat(5_000)).words()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({
        "martin, martin, true",
        "martn, martin, true",
        "marttin, martin, true",
        "mardin, martin, true",
        "matrin, martin, true",
        "amrtin, martin, true",
        "martni, martin, true",
        "mratni, martin, false",
        "marin, martins, false",
        "marxyn, martin, false",
        "dupon, dupont, true"
    })
    void aSlipIsOneLetterOrTwoNeighboursSwapped(String typed, String word, boolean near) {
        assertThat(Slips.atMostOne(typed, word)).isEqualTo(near);
        assertThat(Slips.atMostOne(word, typed)).isEqualTo(near);
        if (near) {
            assertThat(Variants.forms(typed)).containsAnyElementsOf(Variants.forms(word));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mariedurand, marie durand",
        "mariexdurand, marie durand",
        "mari edurand, marie durand",
        "maried urand, marie durand",
        "mar ie durand, marie durand",
        "lex durand, leo durand",
        "le durand, leo durand",
        "elo durand, leo durand",
        "leoo durand, leo durand",
        "bar dd la gare, bar de la gare"
    })
    void slipsAtASpaceAndInShortWordsAreTriedOnTheWholeName(String typed, String name) {
        assertThat(Edits.of(List.of(typed.split(" ")))).contains(name).hasSizeLessThan(900);
    }

    @Test
    void theLikeliestSlipComesFirst() {
        assertThat(java.util.stream.Stream.of("marc", "marie", "gare", "amre", "mares")
                        .sorted(Slips.likeliest("mare")))
                .containsExactly("mares", "marie", "marc", "amre", "gare");
        assertThat(java.util.stream.Stream.of("martin", "marttina", "martinn").sorted(Slips.likeliest("marttin")))
                .startsWith("martin");
    }
}
