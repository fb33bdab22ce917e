package relais.ui;

import static java.util.Locale.ENGLISH;
import static java.util.Locale.FRENCH;
import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2026-11-26T13:30:00Z");

    @Test
    void frenchGroupsByANoBreakSpaceAndEnglishByAComma() {
        assertThat(NumberFormats.number(new BigDecimal("1284567.5"), FRENCH)).isEqualTo("1\u00a0284\u00a0567,5");
        assertThat(NumberFormats.number(new BigDecimal("1284567.5"), ENGLISH)).isEqualTo("1,284,567.5");
    }

    @Test
    void aNegativeNumberHasARealMinus() {
        assertThat(NumberFormats.number(-14, FRENCH)).isEqualTo("\u221214");
        assertThat(NumberFormats.money(new BigDecimal("-1284.5"), EURO, true, ENGLISH))
                .isEqualTo("\u2212€1,284.50");
    }

    @Test
    void anAmountThatRoundsToNothingHasNoSign() {
        assertThat(NumberFormats.money(new BigDecimal("-0.3"), EURO, false, FRENCH))
                .isEqualTo("0\u00a0€");
    }

    @Test
    void theUnitStandsAfterInFrenchAndBeforeInEnglish() {
        var amount = new BigDecimal("1284.50");
        assertThat(NumberFormats.money(amount, EURO, true, FRENCH)).isEqualTo("1\u00a0284,50\u00a0€");
        assertThat(NumberFormats.money(amount, EURO, true, ENGLISH)).isEqualTo("€1,284.50");
        assertThat(html(amount, FRENCH)).isEqualTo("<span class=\"num\">1\u00a0285<span class=\"cur\">€</span></span>");
        assertThat(html(amount, ENGLISH)).isEqualTo("<span class=\"num\"><span class=\"cur\">€</span>1,285</span>");
    }

    @Test
    void aYenHasNoCentsAndAFrancItsLetters() {
        var amount = new BigDecimal("1200");
        assertThat(NumberFormats.figure(amount, Currency.getInstance("JPY"), true, FRENCH))
                .isEqualTo("1\u00a0200");
        assertThat(NumberFormats.money(amount, Currency.getInstance("CHF"), true, ENGLISH))
                .isEqualTo("CHF\u00a01,200.00");
    }

    @Test
    void percentagesFollowTheLanguage() {
        assertThat(NumberFormats.percent(0.083, FRENCH)).isEqualTo("8,3\u00a0%");
        assertThat(NumberFormats.percent(0.08, ENGLISH)).isEqualTo("8%");
    }

    @Test
    void datesAreReadAsTheyAreSpoken() {
        var day = LocalDate.of(2026, 11, 26);
        assertThat(DateFormats.day(day, day, FRENCH)).isEqualTo("jeu. 26 nov.");
        assertThat(DateFormats.day(day, day, ENGLISH)).isEqualTo("Thu 26 Nov");
        assertThat(DateFormats.full(day, FRENCH)).isEqualTo("jeudi 26 novembre 2026");
        assertThat(DateFormats.day(LocalDate.of(2026, 12, 1), day, FRENCH)).isEqualTo("mar. 1er déc.");
        assertThat(DateFormats.day(LocalDate.of(2025, 3, 12), day, FRENCH)).isEqualTo("12 mars 2025");
    }

    @Test
    void timesAreRelativeForAWeekThenAbsolute() {
        assertThat(ago(Duration.ofSeconds(20), FRENCH)).isEqualTo("à l’instant");
        assertThat(ago(Duration.ofMinutes(12), FRENCH)).isEqualTo("il y a 12\u00a0min");
        assertThat(ago(Duration.ofHours(2), ENGLISH)).isEqualTo("2\u00a0h ago");
        assertThat(ago(Duration.ofDays(1), FRENCH)).isEqualTo("hier");
        assertThat(ago(Duration.ofDays(-1), ENGLISH)).isEqualTo("tomorrow");
        assertThat(ago(Duration.ofDays(2), FRENCH)).isEqualTo("mardi");
        assertThat(ago(Duration.ofDays(7), FRENCH)).isEqualTo("jeu. 19 nov.");
        assertThat(ago(Duration.ofDays(700), FRENCH)).isEqualTo("26 déc. 2024");
    }

    @Test
    void yesterdayIsTheVisitorsOwn() {
        var late = Instant.parse("2026-11-25T23:30:00Z");
        assertThat(DateFormats.ago(late, NOW, PARIS, FRENCH)).startsWith("il y a");
        assertThat(DateFormats.ago(late, NOW, ZoneId.of("UTC"), FRENCH)).isEqualTo("hier");
    }

    @Test
    void theExactTimeIsInTheTitle() {
        var output = new StringOutput();
        Tags.time(NOW.minus(Duration.ofDays(1)), NOW, PARIS, FRENCH).writeTo(output);
        assertThat(output.toString())
                .isEqualTo("<time datetime=\"2026-11-25T13:30:00Z\" title=\"25 nov. 2026 à 14:30\">hier</time>");
    }

    @Test
    void durationsAreShort() {
        assertThat(DateFormats.duration(Duration.ofSeconds(190), FRENCH)).isEqualTo("3:10");
        assertThat(DateFormats.duration(Duration.ofSeconds(3725), FRENCH)).isEqualTo("1:02:05");
        assertThat(DateFormats.duration(Duration.ofDays(12), FRENCH)).isEqualTo("12\u00a0j");
    }

    @Test
    void valuesInSentencesAreFormattedToo() {
        assertThat(Words.in(FRENCH, "ui.gap", 1234)).isEqualTo("Écart de 1\u00a0234");
        assertThat(Words.in(ENGLISH, "ui.chip.remove", LocalDate.of(2026, 3, 5)))
                .isEqualTo("Remove the filter 5 Mar 2026");
    }

    private static String ago(Duration since, Locale locale) {
        return DateFormats.ago(NOW.minus(since), NOW, PARIS, locale);
    }

    private static String html(BigDecimal amount, Locale locale) {
        var output = new StringOutput();
        Tags.money(amount, EURO, false, locale).writeTo(output);
        return output.toString();
    }
}
