package relais.ui;

import gg.jte.Content;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, money, dates and times as the current visitor reads them. */
public final class Formats {
    private Formats() {}

    /** A number with groups and as many decimals as it has: {@code 1 284,5}. */
    public static String number(Number value) {
        return NumberFormats.number(value, Face.language());
    }

    /** A share of one as a percentage: {@code 0.08} is {@code 8 %}. */
    public static String percent(double share) {
        return NumberFormats.percent(share, Face.language());
    }

    /** An amount without its cents: {@code 1 284 €}. */
    public static String money(BigDecimal amount, Currency currency) {
        return NumberFormats.money(amount, currency, false, Face.language());
    }

    /** An amount with its cents: {@code 1 284,50 €}. */
    public static String exactMoney(BigDecimal amount, Currency currency) {
        return NumberFormats.money(amount, currency, true, Face.language());
    }

    /** An amount as page content, its unit lighter than the figure. */
    public static Content moneyTag(BigDecimal amount, Currency currency) {
        return Tags.money(amount, currency, false, Face.language());
    }

    /** A date with its year: {@code 26 nov. 2026}. */
    public static String date(LocalDate date) {
        return DateFormats.medium(date, Face.language());
    }

    /** The date of an instant, with its year. */
    public static String date(Instant at) {
        return date(at.atZone(Face.current().zone()).toLocalDate());
    }

    /** A day near today: {@code jeu. 26 nov.}, with the year when it is another one. */
    public static String day(LocalDate date) {
        return DateFormats.day(date, today(), Face.language());
    }

    /** A date in full: {@code jeudi 26 novembre 2026}. */
    public static String longDate(LocalDate date) {
        return DateFormats.full(date, Face.language());
    }

    /** The time of day: {@code 14:30}. */
    public static String time(Instant at) {
        return DateFormats.time(at, Face.current().zone());
    }

    /** Date and time: {@code 26 nov. 2026 à 14:30}. */
    public static String moment(Instant at) {
        return DateFormats.moment(at, Face.current().zone(), Face.language());
    }

    /** How long ago or ahead, up to 7 days, then the day: {@code il y a 2 h}, {@code hier}, {@code mardi}. */
    public static String ago(Instant at) {
        var face = Face.current();
        return DateFormats.ago(at, face.now(), face.zone(), face.locale());
    }

    /** The relative time as page content, with the exact time in its title. */
    public static Content timeTag(Instant at) {
        var face = Face.current();
        return Tags.time(at, face.now(), face.zone(), face.locale());
    }

    /** The time of day as page content, with the exact time in its title. */
    public static Content clockTag(Instant at) {
        var face = Face.current();
        return Tags.clock(at, face.zone(), face.locale());
    }

    /** A day as page content. */
    public static Content dateTag(LocalDate date) {
        return Tags.day(date, today(), Face.language());
    }

    /** A short duration as on a clock: {@code 3:10}, {@code 1:02:05}; from a day on {@code 12 j}. */
    public static String duration(Duration duration) {
        return DateFormats.duration(duration, Face.language());
    }

    /** The day it is for the visitor. */
    public static LocalDate today() {
        var face = Face.current();
        return face.now().atZone(face.zone()).toLocalDate();
    }

    /** A size of a file: {@code 1,4 Mo}. */
    public static String bytes(long size) {
        var locale = Face.language();
        if (size < 1000) {
            return Words.in(locale, "ui.bytes", NumberFormats.number(size, locale));
        }
        boolean mega = size >= 1_000_000;
        var value =
                BigDecimal.valueOf(size).divide(BigDecimal.valueOf(mega ? 1_000_000 : 1000), 1, RoundingMode.HALF_UP);
        return Words.in(
                locale,
                mega ? "ui.megabytes" : "ui.kilobytes",
                NumberFormats.number(value.stripTrailingZeros(), locale));
    }

    static Object inSentence(@Nullable Object value, Locale locale) {
        ZoneId zone = Face.current().zone();
        return switch (value) {
            case null -> "";
            case LocalDate date -> DateFormats.medium(date, locale);
            case Instant at -> DateFormats.moment(at, zone, locale);
            default -> value;
        };
    }
}
