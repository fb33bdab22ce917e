package relais.timeline;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import relais.ui.Face;
import relais.ui.Formats;
import relais.ui.Words;

/** The separators of the thread: today, yesterday, then the day in full, with its year when it is another one. */
final class DayNames {
    private DayNames() {}

    static String of(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return Words.t("thread.today");
        }
        if (day.equals(today.minusDays(1))) {
            return Words.t("thread.yesterday");
        }
        var text = day.getYear() == today.getYear() ? thisYear(day) : Formats.longDate(day);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String thisYear(LocalDate day) {
        boolean first =
                day.getDayOfMonth() == 1 && Face.language().getLanguage().equals("fr");
        return DateTimeFormatter.ofPattern(first ? "EEEE d'er' MMMM" : "EEEE d MMMM", Face.language())
                .format(day);
    }
}
