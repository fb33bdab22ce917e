package relais.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-22 | 2026-11-22",
                "2026/1/2 | 2026-01-02",
                "19560409 | 1956-04-09",
                "22/11/2026 | 2026-11-22",
                "22.11.26 | 2026-11-22",
                "1-2-1980 | 1980-02-01",
                "03/12/2025 | 2025-12-03",
                "3/12 | 2026-12-03",
                "01/02/68 | 1968-02-01",
                "01/02/46 | 2046-02-01",
                "29/02/2024 | 2024-02-29",
                "12 mars 1980 | 1980-03-12",
                "1er janvier 2020 | 2020-01-01",
                "lundi 3 févr. 2025 | 2025-02-03",
                "15 août | 2026-08-15",
                "3 Dec 2026 | 2026-12-03",
                "December 3rd, 2026 | 2026-12-03",
                "2026-11-22T23:59:59Z | 2026-11-22",
                "2026-11-22 00:00:00 | 2026-11-22",
                "22/11/2026 14:30 | 2026-11-22",
                "22\u00A0/ 11 / 2026 | 2026-11-22",
            })
    void aDayIsReadInTheFormPeopleWrite(String typed, LocalDate day) {
        assertThat(Dates.parse(typed, Dates.Order.DAY_FIRST, TODAY)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "31/02/2025",
                "31/02",
                "29/02/2025",
                "00/01/2025",
                "32/01/2025",
                "20251301",
                "13/13/2025",
                "hier",
                "12 brumaire 1800",
                "1/2/3",
                "123456",
                "2025-02-30",
                "\0",
                "🦊",
                "1e5",
                "22/11/20266"
            })
    void aDayThatDoesNotExistIsNone(String typed) {
        assertThat(Dates.parse(typed, Dates.Order.DAY_FIRST, TODAY)).isEmpty();
    }

    @Test
    void theMonthComesFirstWhereItDoes() {
        assertThat(Dates.parse("11/22/2026", Dates.Order.MONTH_FIRST, TODAY)).contains(TODAY);
        assertThat(Dates.parse("11/22/2026", Locale.US)).contains(TODAY);
        assertThat(Dates.parse("22/11/2026", Locale.FRANCE)).contains(TODAY);
        assertThat(Dates.parse("22/11/2026", Locale.ENGLISH)).contains(TODAY);
    }

    @Test
    void aShapeIsSeenEvenWhenTheDayIsImpossible() {
        assertThat(Dates.shaped("31/02/2025")).isTrue();
        assertThat(Dates.shaped("2025-02-31")).isTrue();
        assertThat(Dates.shaped("3/12")).isFalse();
        assertThat(Dates.shaped("1/2 finale")).isFalse();
    }

    @Test
    void canonicalDaysLieWithinFourDigitYears() {
        assertThat(Dates.iso("2026-11-22")).contains(LocalDate.of(2026, 11, 22));
        for (var none :
                new String[] {"", "-999999999-01-01", "+12026-01-01", "0999-01-01", "2026-02-31", "22/11/2026"}) {
            assertThat(Dates.iso(none)).as(none).isEmpty();
        }
    }
}
