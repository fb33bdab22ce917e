package relais.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailsTest {
    @ParameterizedTest
    @CsvSource({
        "Accueil@Parc.Example, accueil@parc.example",
        "'  a.b+tag@sub.domain.co.uk ', a.b+tag@sub.domain.co.uk",
        "mailto:x@y.fr, x@y.fr",
        "o'brien@example.com, o'brien@example.com",
        "été@école.fr, été@école.fr",
        "x@xn--cole-9oa.fr, x@xn--cole-9oa.fr",
        "INFO@EXAMPLE.COM, info@example.com",
        "1@2.io, 1@2.io",
    })
    void addressesThatMailReachesAreKept(String typed, String kept) {
        assertThat(Emails.parse(typed)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "accueil.parc.example",
                "@parc.example",
                "a@",
                "a@b",
                "a@@b.fr",
                "a@b@c.fr",
                "a b@c.fr",
                "a@b c.fr",
                "a@.fr",
                "a@b..fr",
                "a@-b.fr",
                "a@b-.fr",
                ".a@b.fr",
                "a.@b.fr",
                "a..b@c.fr",
                "a\0@b.fr",
                "a@b.fr,c@d.fr",
                "Ina <ina@x.fr>",
                "a@b.c",
                "a\n@b.fr"
            })
    void whatIsNoAddressIsRefused(String typed) {
        assertThat(Emails.parse(typed)).isEmpty();
    }

    @Test
    void tooLongIsRefused() {
        assertThat(Emails.parse("a".repeat(65) + "@example.com")).isEmpty();
        assertThat(Emails.parse("a@" + "b.".repeat(130) + "fr")).isEmpty();
        assertThat(Emails.parse("a".repeat(1_000_000) + "@example.com")).isEmpty();
    }
}
