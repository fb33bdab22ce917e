package relais.records.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTextTest {
    private static String written(String code, String number) {
        var field = new Field(
                "custom." + code,
                FieldType.NUMBER,
                new Storage.Custom(code, null),
                Map.of("fr", code),
                "custom",
                List.of(),
                null,
                Set.of());
        return ValueText.number(field, new BigDecimal(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"annee", "annee_de_creation", "year", "founding_year", "numero_de_contrat", "siren"})
    void aYearOrAReferenceHasNoGroups(String code) {
        assertThat(written(code, "1996")).isEqualTo("1996");
    }

    @ParameterizedTest
    @ValueSource(strings = {"budget", "nombre_d_annees", "budget_par_annee", "revenue_per_year", "number_of_seats"})
    void whatIsCountedHasGroups(String code) {
        assertThat(written(code, "1996").replaceAll("\\p{Z}", " ")).isEqualTo("1 996");
    }

    @Test
    void aCountryIsNamedInTheReadersLanguage() {
        assertThat(ValueText.country("DE")).isEqualTo("Allemagne");
        assertThat(ValueText.country("Andorre-la-Vieille")).isEqualTo("Andorre-la-Vieille");
    }
}
