package relais.platform.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calendar days as people and machines write them; a day that does not exist is none. */
public final class Dates {
    /** Which of two small numbers comes first. */
    public enum Order {
        DAY_FIRST,
        MONTH_FIRST
    }

    private static final int LONGEST = 40;
    private static final int YEARS_AHEAD = 20;
    private static final String TIME =
            "(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?\\s*(?:[AaPp][Mm]|Z|[+-]\\d{2}:?\\d{2})?)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + TIME);
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SMALL_FIRST =
            Pattern.compile("(\\d{1,2})\\s?[-/. ]\\s?(\\d{1,2})(?:\\s?[-/. ]\\s?(\\d{4}|\\d{2}))?" + TIME);
    private static final Pattern DAY_WORD =
            Pattern.compile("(?:\\p{L}+\\.? )?(\\d{1,2})(?:er|st|nd|rd|th)?[ -](\\p{L}+)\\.?(?:[ ,-]+(\\d{4}))?");
    private static final Pattern WORD_DAY = Pattern.compile("(\\p{L}+)\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?");

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("janv", 1),
            Map.entry("janvier", 1),
            Map.entry("january", 1),
            Map.entry("fev", 2),
            Map.entry("fevr", 2),
            Map.entry("fevrier", 2),
            Map.entry("feb", 2),
            Map.entry("february", 2),
            Map.entry("mar", 3),
            Map.entry("mars", 3),
            Map.entry("march", 3),
            Map.entry("avr", 4),
            Map.entry("avril", 4),
            Map.entry("apr", 4),
            Map.entry("april", 4),
            Map.entry("mai", 5),
            Map.entry("may", 5),
            Map.entry("juin", 6),
            Map.entry("jun", 6),
            Map.entry("june", 6),
            Map.entry("juil", 7),
            Map.entry("juillet", 7),
            Map.entry("jul", 7),
            Map.entry("july", 7),
            Map.entry("aou", 8),
            Map.entry("aout", 8),
            Map.entry("aug", 8),
            Map.entry("august", 8),
            Map.entry("sep", 9),
            Map.entry("sept", 9),
            Map.entry("septembre", 9),
            Map.entry("september", 9),
            Map.entry("oct", 10),
            Map.entry("octobre", 10),
            Map.entry("october", 10),
            Map.entry("nov", 11),
            Map.entry("novembre", 11),
            Map.entry("november", 11),
            Map.entry("dec", 12),
            Map.entry("decembre", 12),
            Map.entry("december", 12));

    private Dates() {}

    /** The day, read as people of this locale write it; without a year it is this year's. */
    public static Optional<LocalDate> parse(String raw, Locale locale) {
        return parse(raw, order(locale), LocalDate.now());
    }

    /** The day, read in this order; without a year it is that of {@code today}. */
    public static Optional<LocalDate> parse(String raw, Order order, LocalDate today) {
        var text = raw.strip().replaceAll("[\\s\\u00A0\\u202F]+", " ");
        if (text.length() < 3 || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return read(text, order, today);
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** The day in its canonical form, as addresses and filters carry it, within the years 1000 to 9999. */
    public static Optional<LocalDate> iso(String text) {
        try {
            return text.matches("[1-9]\\d{3}-\\d{2}-\\d{2}") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** Whether the text has the shape of a full date, be the day possible or not. */
    public static boolean shaped(String raw) {
        var text = raw.strip();
        return YEAR_FIRST.matcher(text).matches()
                || SMALL_FIRST.matcher(text).matches()
                        && SMALL_FIRST.matcher(text).replaceFirst("$3").length() >= 2;
    }

    /** Which order people of this locale write in. */
    public static Order order(Locale locale) {
        return locale.getCountry().equals("US") ? Order.MONTH_FIRST : Order.DAY_FIRST;
    }

    private static Optional<LocalDate> read(String text, Order order, LocalDate today) {
        Matcher m = YEAR_FIRST.matcher(text);
        if (m.matches()) {
            return day(number(m, 1), number(m, 2), number(m, 3));
        }
        m = COMPACT.matcher(text);
        if (m.matches()) {
            return day(number(m, 1), number(m, 2), number(m, 3));
        }
        m = SMALL_FIRST.matcher(text);
        if (m.matches()) {
            boolean dayFirst = order == Order.DAY_FIRST;
            return day(year(m.group(3), today), number(m, dayFirst ? 2 : 1), number(m, dayFirst ? 1 : 2));
        }
        return words(text, today);
    }

    private static Optional<LocalDate> words(String text, LocalDate today) {
        Matcher m = DAY_WORD.matcher(text);
        if (m.matches()) {
            return day(year(m.group(3), today), month(m.group(2)), number(m, 1));
        }
        m = WORD_DAY.matcher(text);
        return m.matches() ? day(year(m.group(3), today), month(m.group(1)), number(m, 2)) : Optional.empty();
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static int month(String word) {
        return MONTHS.getOrDefault(Fold.key(word), 0);
    }

    private static int year(@Nullable String written, LocalDate today) {
        if (written == null) {
            return today.getYear();
        }
        int year = Integer.parseInt(written);
        if (written.length() > 2) {
            return year;
        }
        int century = today.getYear() / 100 * 100;
        return century + year > today.getYear() + YEARS_AHEAD ? century - 100 + year : century + year;
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        return year < 1000 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
    }
}
