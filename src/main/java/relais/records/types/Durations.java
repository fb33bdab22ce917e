package relais.records.types;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import relais.platform.text.Numbers;

/** Lengths of time as people write them: {@code 1 h 30}, {@code 90 min}, {@code 1:30}; a bare number is minutes. */
public final class Durations {
    /** A hundred years in seconds. */
    static final long LONGEST = 100L * 366 * 86_400;

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,6}):([0-5]?\\d)(?::([0-5]?\\d))?");
    private static final String FIGURE = "(\\d{1,9}(?:[.,]\\d{1,4})?)";
    private static final Pattern PARTS = Pattern.compile("(?:" + FIGURE + " ?(?:jours?|days?|j|d))?"
            + " ?(?:" + FIGURE + " ?(?:heures?|hours?|hrs?|h))?"
            + " ?(?:" + FIGURE + " ?(?:minutes?|mins?|mn|m)?)?"
            + " ?(?:" + FIGURE + " ?(?:secondes?|seconds?|secs?|s))?");
    private static final long[] SECONDS = {86_400, 3_600, 60, 1};

    private Durations() {}

    /** The seconds that the text means. */
    public static Optional<Long> parse(String raw) {
        var text = raw.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00A0\\u202F]+", " ");
        if (text.isEmpty() || text.length() > 60) {
            return Optional.empty();
        }
        var clock = CLOCK.matcher(text);
        if (clock.matches()) {
            long seconds = clock.group(3) == null ? 0 : Long.parseLong(clock.group(3));
            return Optional.of(Long.parseLong(clock.group(1)) * 3_600 + Long.parseLong(clock.group(2)) * 60 + seconds);
        }
        return parts(text);
    }

    private static Optional<Long> parts(String text) {
        var parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var total = BigDecimal.ZERO;
        for (int i = 0; i < SECONDS.length; i++) {
            if (parts.group(i + 1) != null) {
                var figure = Numbers.parse(parts.group(i + 1), Locale.FRENCH);
                total = total.add(figure.orElse(BigDecimal.ZERO).multiply(BigDecimal.valueOf(SECONDS[i])));
            }
        }
        return Optional.of(total.setScale(0, RoundingMode.HALF_UP).longValue());
    }

    /** The text of so many seconds; parsing it gives the same. */
    public static String text(long seconds) {
        long hours = seconds / 3_600;
        long minutes = seconds % 3_600 / 60;
        long rest = seconds % 60;
        var text = new StringBuilder();
        part(text, hours, "h");
        part(text, minutes, "min");
        part(text, rest, "s");
        return text.isEmpty() ? "0 min" : text.toString();
    }

    private static void part(StringBuilder text, long figure, String unit) {
        if (figure > 0) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(figure)
                    .append('\u00a0')
                    .append(unit);
        }
    }
}
