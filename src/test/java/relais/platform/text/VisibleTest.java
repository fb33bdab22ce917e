package relais.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void blanksJoinersMarksAndFillersShowNothing() {
        for (var text : new String[] {
            "", " ", "\u00a0\u3000", "\u200b\u200d\u2060\ufeff", "\u0301\u0302", "\u00ad", "\u202e\u2066", "\u3164\u2800",
            "\udb40\udc41", "\n\t"
        }) {
            assertThat(Visible.nothing(text)).as(text).isTrue();
        }
    }

    @Test
    void lettersDigitsAndSignsOfAnyScriptShow() {
        for (var text : new String[] {"é", "e\u0301", "李", "ع", "7", "&", "👩\u200d👩\u200d👧", "\u200ba"}) {
            assertThat(Visible.nothing(text)).as(text).isFalse();
        }
    }
}
