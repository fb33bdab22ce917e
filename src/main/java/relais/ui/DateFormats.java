package relais.ui;

import static java.time.temporal.ChronoUnit.DAYS;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Dates and times by language, in the zone of whoever reads. */
final class DateFormats {
    private static final long WEEK = 7;
    // Patterns are few and compiling one takes longer than using it; a list shows a hundred dates.
    private static final Map<Style, DateTimeFormatter> COMPILED = new ConcurrentHashMap<>();

    // Lists show the same few thousand days again and again.
    private static final Cache<Day, String> WRITTEN =
            Caffeine.newBuilder().maximumSize(10_000).build();

    private DateFormats() {}

    private record Day(LocalDate date, String pattern, boolean french) {}

    private record Style(String pattern, Locale locale) {}

    private static DateTimeFormatter compiled(String pattern, Locale locale) {
        return COMPILED.computeIfAbsent(
                new Style(pattern, locale), s -> DateTimeFormatter.ofPattern(s.pattern(), s.locale()));
    }

    static String medium(LocalDate date, Locale locale) {
        return written(date, "d MMM yyyy", locale);
    }

    static String day(LocalDate date, LocalDate today, Locale locale) {
        return date.getYear() == today.getYear() ? written(date, "EEE d MMM", locale) : medium(date, locale);
    }

    static String full(LocalDate date, Locale locale) {
        return written(date, "EEEE d MMMM yyyy", locale);
    }

    static String time(Instant at, ZoneId zone) {
        return compiled("H:mm", Locale.ROOT).format(at.atZone(zone));
    }

    static String moment(Instant at, ZoneId zone, Locale locale) {
        return Words.in(locale, "ui.moment", medium(at.atZone(zone).toLocalDate(), locale), time(at, zone));
    }

    static String ago(Instant at, Instant now, ZoneId zone, Locale locale) {
        var day = at.atZone(zone).toLocalDate();
        var today = now.atZone(zone).toLocalDate();
        long days = DAYS.between(day, today);
        if (days == 0) {
            return withinToday(Duration.between(at, now), locale);
        }
        if (days == 1 || days == -1) {
            return Words.in(locale, days == 1 ? "ui.yesterday" : "ui.tomorrow");
        }
        if (Math.abs(days) < WEEK) {
            return written(day, "EEEE", locale);
        }
        return day(day, today, locale);
    }

    static String duration(Duration duration, Locale locale) {
        if (duration.toDays() > 0) {
            return Words.in(locale, "ui.days", NumberFormats.number(duration.toDays(), locale));
        }
        if (duration.toHours() > 0) {
            return "%d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
        }
        return "%d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart());
    }

    private static String withinToday(Duration since, Locale locale) {
        var tense = since.isNegative() ? "ui.in." : "ui.ago.";
        long minutes = since.abs().toMinutes();
        if (minutes < 1) {
            return Words.in(locale, "ui.now");
        }
        return minutes < 60
                ? Words.in(locale, tense + "minutes", minutes)
                : Words.in(locale, tense + "hours", minutes / 60);
    }

    private static String written(LocalDate date, String pattern, Locale locale) {
        return WRITTEN.get(new Day(date, pattern, NumberFormats.french(locale)), DateFormats::written);
    }

    private static String written(Day day) {
        boolean firstOfMonth =
                day.french() && day.date().getDayOfMonth() == 1 && day.pattern().contains("d ");
        var spoken = firstOfMonth ? day.pattern().replace("d ", "d'er' ") : day.pattern();
        return compiled(spoken, day.french() ? Locale.FRENCH : Locale.ENGLISH).format(day.date());
    }
}
