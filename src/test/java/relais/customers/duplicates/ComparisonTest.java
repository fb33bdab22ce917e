package relais.customers.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relais.records.types.Values;

class ComparisonTest {
    @ParameterizedTest
    @CsvSource({
        "martha,marhta,0.961",
        "dixon,dicksonx,0.813",
        "jellyfish,smellyfish,0.896",
        "dupont,dupont,1",
        "dupont,'',0"
    })
    void similarityIsThatOfJaroAndWinkler(String a, String b, double expected) {
        assertThat(Math.round(Similarity.of(a, b) * 1000) / 1000.0).isEqualTo(expected);
        assertThat(Similarity.of(b, a)).isEqualTo(Similarity.of(a, b));
    }

    @ParameterizedTest
    @CsvSource({
        "Groupe Ormeaux,Ormeaux SAS",
        "Meyer GmbH,Meyer & Co. KG",
        "Ets Durand SARL,Durand",
        "Ltd Brown Brothers,Brown Brothers Limited"
    })
    void theLegalFormIsNoPartOfAName(String a, String b) {
        assertThat(organisations(a, b)).isGreaterThan(0.4);
    }

    @ParameterizedTest
    @CsvSource({"Pharmacie du Port,Pharmacie de la Poste", "Durand Plomberie,Martin Plomberie"})
    void otherNamesAreOthers(String a, String b) {
        assertThat(organisations(a, b)).isLessThan(0.4);
    }

    @Test
    void namesTheOtherWayRoundAndInitialsAreRecognised() {
        assertThat(people("Marie", "Lefèvre", "Lefevre", "Marie")).isGreaterThan(people("Marie", "Lefèvre", "Anne", "Roux"));
        assertThat(people("M", "Lefèvre", "Marie", "Lefèvre")).isGreaterThan(people("P", "Lefèvre", "Marie", "Lefèvre"));
    }

    @Test
    void wordsThatSoundAlikeShareAKey() {
        assertThat(Sounds.of("philippe")).isEqualTo(Sounds.of("filip"));
        assertThat(Sounds.of("meyer")).isEqualTo(Sounds.of("meier"));
        assertThat(Sounds.of("moreau")).isEqualTo(Sounds.of("moro"));
        assertThat(Sounds.of("dupond")).isEqualTo(Sounds.of("dupont"));
    }

    private static double organisations(String a, String b) {
        return score(
                "{\"kind\":\"organisation\",\"name\":\"%s\"}".formatted(a),
                "{\"kind\":\"organisation\",\"name\":\"%s\"}".formatted(b));
    }

    private static double people(String given, String family, String otherGiven, String otherFamily) {
        var person = "{\"kind\":\"person\",\"givenName\":\"%s\",\"familyName\":\"%s\"}";
        return score(person.formatted(given, family), person.formatted(otherGiven, otherFamily));
    }

    private static double score(String a, String b) {
        return Comparison.of(
                        Profile.of(Values.parse(a), List.of()),
                        Profile.of(Values.parse(b), List.of()),
                        Frequencies.UNKNOWN)
                .score();
    }
}
