package relais.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 480,50 | fr | 12480.5",
                "12\u00A0480,50 | fr | 12480.5",
                "12\u202F480,50\u00A0€ | fr | 12480.5",
                "12,480.50 | en | 12480.5",
                "12,480.50 | fr | 12480.5",
                "12.480,50 | en | 12480.5",
                "1 234 | fr | 1234",
                "1,234 | en | 1234",
                "1,234 | fr | 1.234",
                "1.234 | en | 1.234",
                "1.234 | fr | 1.234",
                "1,234,567 | fr | 1234567",
                "1.234.567 | fr | 1234567",
                "12,5 | en | 12.5",
                "0,123 | en | 0.123",
                "29.850 | fr | 29.85",
                "-3 | fr | -3",
                "−3,5 | fr | -3.5",
                "(3.50) | en | -3.5",
                "-€3.50 | en | -3.5",
                "€ -3.50 | en | -3.5",
                "$1,000 | en | 1000",
                "1000 EUR | fr | 1000",
                "1’234.50 | fr | 1234.5",
                ",5 | fr | 0.5",
                "+7 | fr | 7",
                "007 | fr | 7",
                "1.5E+3 | en | 1500",
                "1e-3 | en | 0.001",
                "100 | fr | 100",
            })
    void aNumberIsReadAsItsWriterMeantIt(String typed, Locale locale, BigDecimal number) {
        assertThat(Numbers.parse(typed, locale)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "douze",
                "12 %",
                "12%",
                "1 2",
                "12 34",
                "1,23,456",
                "1.2.3",
                "--3",
                "3-",
                "1-2",
                "12/03",
                "1e99",
                "1E999999999",
                "0x10",
                "NaN",
                "Infinity",
                "12 480,50 € TTC",
                "\0",
                "١٢x",
                "1,",
                "-",
                "€"
            })
    void whatIsNoNumberIsNone(String typed) {
        assertThat(Numbers.parse(typed, Locale.FRENCH)).isEmpty();
    }

    @Test
    void aMillionDigitsAreNoNumber() {
        assertThat(Numbers.parse("9".repeat(1_000_000), Locale.FRENCH)).isEmpty();
    }

    @Test
    void theCurrencyIsReadFromItsSign() {
        assertThat(Numbers.currency("12 €")).contains(Currency.getInstance("EUR"));
        assertThat(Numbers.currency("-$5")).contains(Currency.getInstance("USD"));
        assertThat(Numbers.currency("12 chf")).contains(Currency.getInstance("CHF"));
        assertThat(Numbers.currency("12")).isEmpty();
    }
}
