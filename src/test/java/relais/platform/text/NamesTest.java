package relais.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Inès Garnier | IG",
                "Hôtel du Parc | HP",
                "Boulangerie | B",
                "Jean-Pierre Dupont | JD",
                "d’Artagnan | A",
                "œuvre Sociale | ŒS",
                "ßen Auer | SA",
                "e\u0301tienne | E\u0301",
                "V-01188 | V0",
                "محمد علي | مع",
                "🦊 Renard | 🦊R",
                "👩‍👩‍👧 | 👩‍👩‍👧",
                "de la | DL",
                "'' | ?",
            })
    void initialsAreThoseOfTheWeightyWords(String name, String initials) {
        assertThat(Names.initials(name)).isEqualTo(initials);
    }

    @Test
    void nothingVisibleHasNoInitials() {
        assertThat(Names.initials(" \0 ")).isEqualTo("?");
    }

    @Test
    void aHueStaysWithItsRecordAndAllAreUsed() {
        var id = UUID.fromString("019a0000-0000-7000-8000-000000000001");
        assertThat(Names.hue(id)).isEqualTo(Names.hue(id)).isBetween(0, 11);
        var hues = IntStream.range(0, 2000).map(i -> Names.hue(new UUID(id.getMostSignificantBits() + i * 65536L, i)));
        assertThat(hues.distinct().count()).isEqualTo(12);
    }
}
