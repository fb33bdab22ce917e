package relais.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {
    @ParameterizedTest
    @CsvSource({
        "04.78.55.01.12, +33478550112",
        "04 78 55 01 12, +33478550112",
        "0478550112, +33478550112",
        "478550112, +33478550112",
        "+33 (0)6 12 34 56 78, +33612345678",
        "0033612345678, +33612345678",
        "33612345678, +33612345678",
        "tel:+33-6-12-34-56-78, +33612345678",
        "06\u00A012\u00A034\u00A056\u00A078, +33612345678",
        "+44 20 7946 0018, +442079460018",
        "+1 (212) 555-0100, +12125550100",
        "01 99 00 12 34, +33199001234",
        "０４７８５５０１１２, +33478550112",
    })
    void anyNationalFormBecomesOneNumber(String typed, String e164) {
        assertThat(Phones.parse(typed, "FR")).contains(e164);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "voir standard",
                "12",
                "0800 FLOWERS",
                "06 12 34",
                "123456789012345678901",
                "+",
                "🦊",
                "\0",
                "04785501120478550112"
            })
    void whatIsNoNumberIsRefused(String typed) {
        assertThat(Phones.parse(typed, "FR")).isEmpty();
    }

    @Test
    void theRegionDecidesNumbersWithoutACode() {
        assertThat(Phones.parse("020 7946 0018", "GB")).contains("+442079460018");
        assertThat(Phones.parse("(212) 555-0100", "US")).contains("+12125550100");
    }

    @Test
    void aNumberIsShownAsItsReaderWritesIt() {
        assertThat(Phones.national("+33478550112", "FR")).isEqualTo("04 78 55 01 12");
        assertThat(Phones.national("+442079460018", "FR")).isEqualTo("+44 20 7946 0018");
        assertThat(Phones.international("+33478550112")).isEqualTo("+33 4 78 55 01 12");
        assertThat(Phones.national("nonsense", "FR")).isEqualTo("nonsense");
    }
}
