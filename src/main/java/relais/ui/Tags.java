package relais.ui;

import gg.jte.Content;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;

/** Formatted values that need an element of their own; all their text comes from here, none from records. */
final class Tags {
    private Tags() {}

    static Content money(BigDecimal amount, Currency currency, boolean cents, Locale locale) {
        var figure = NumberFormats.figure(amount.abs(), currency, cents, locale);
        var unit = "<span class=\"cur\">" + NumberFormats.unit(currency, locale) + "</span>";
        var sign = NumberFormats.sign(amount, currency, cents);
        var inner = NumberFormats.french(locale) ? sign + figure + unit : sign + unit + figure;
        return output -> output.writeContent("<span class=\"num\">" + inner + "</span>");
    }

    static Content time(Instant at, Instant now, ZoneId zone, Locale locale) {
        return tag(at, zone, locale, DateFormats.ago(at, now, zone, locale));
    }

    static Content clock(Instant at, ZoneId zone, Locale locale) {
        return tag(at, zone, locale, DateFormats.time(at, zone));
    }

    static Content day(LocalDate date, LocalDate today, Locale locale) {
        var shown = DateFormats.day(date, today, locale);
        return output -> output.writeContent(time(date.toString(), DateFormats.full(date, locale), shown));
    }

    private static Content tag(Instant at, ZoneId zone, Locale locale, String shown) {
        return output -> output.writeContent(
                time(at.truncatedTo(ChronoUnit.SECONDS).toString(), DateFormats.moment(at, zone, locale), shown));
    }

    private static String time(String at, String inFull, String shown) {
        return "<time datetime=\"" + at + "\" title=\"" + inFull + "\">" + shown + "</time>";
    }
}
