package relais.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hôtel du Parc | hotel du parc",
                "Cœur de Lion & Fils | coeur de lion fils",
                "CŒUR | coeur",
                "Straße | strasse",
                "STRASSE | strasse",
                "Łódź | lodz",
                "Ærø | aero",
                "Þór Guðmundsson | thor gudmundsson",
                "İstanbul | istanbul",
                "ISTANBUL | istanbul",
                "ısı | isi",
                "Jean-Pierre  D’Arc | jean pierre d arc",
                "e\u0301te\u0301 | ete",
                "ﬁnance | finance",
                "Ｒｅｌａｉｓ | relais",
                "Σίσυφος | σισυφοσ",
                "Ёлка | елка",
                "محمّد | محمد",
                "한국 | 한국",
                "हिन्दी | हिन्दी",
                "M² | m2",
                "(SARL) Mercier, Frères. | sarl mercier freres",
                "Zoë 🎉 Party | zoe party",
            })
    void namesThatLookAlikeShareAKey(String name, String key) {
        assertThat(Fold.key(name)).isEqualTo(key);
    }

    @Test
    void aNameOfSignsAloneKeepsAKeyOfItsOwn() {
        assertThat(Fold.key("🦊")).isEqualTo("🦊");
        assertThat(Fold.key(" +++ ")).isEqualTo("+++");
        assertThat(Fold.key("  \t ")).isEmpty();
        assertThat(Fold.key(null)).isEmpty();
    }

    @Test
    void whatADatabaseCantStoreNeverReachesAKey() {
        assertThat(Fold.key("a\0b")).isEqualTo("a b");
        assertThat(Fold.key("\0")).isEmpty();
        assertThat(Fold.key("x\uD83D")).isEqualTo("x");
        assertThat(Fold.key("\uD83D")).isEmpty();
        assertThat(Fold.key("\u202Eabc\u202C")).isEqualTo("abc");
    }

    @Test
    void foldingTwiceChangesNothing() {
        for (var name : new String[] {"Cœur d’Été", "Łódź ß", "한국", "İı", "🦊", "हिन्दी", "ΣΊΣΥΦΟΣ"}) {
            assertThat(Fold.key(Fold.key(name))).isEqualTo(Fold.key(name));
        }
    }

    @Test
    void aPrefixRangeHoldsEveryKeyThatBeginsSo() {
        var from = bytes("dup");
        var to = bytes(Fold.prefixEnd("dup"));
        for (var inside : new String[] {"dup", "dupont", "dupé", "dup 🦊"}) {
            assertThat(Arrays.compareUnsigned(bytes(inside), from)).isGreaterThanOrEqualTo(0);
            assertThat(Arrays.compareUnsigned(bytes(inside), to)).isNegative();
        }
        assertThat(Arrays.compareUnsigned(bytes("duq"), to)).isPositive();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aTextOfWesternLettersFoldsInOnePassAsTheRulesSay() {
        for (char a = 0; a < 0x180; a++) {
            for (char b = 0; b < 0x180; b++) {
                var text = "Z" + a + b + "e " + b + a;
                assertThat(Fold.key(text)).as("%x %x", (int) a, (int) b).isEqualTo(Fold.slow(text));
            }
        }
    }
}
