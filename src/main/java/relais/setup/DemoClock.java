package relais.setup;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;

/** Moments of office hours in the year before now. */
record DemoClock(Instant now, ZoneId zone, Random random) {
    private static final int OPENS = 8;
    private static final int OPEN_MINUTES = 630;

    LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    /** A moment on a working day about so many days ago, never later than a few minutes ago. */
    Instant daysAgo(int days) {
        var day = today().minusDays(days);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        return at(day, OPENS, random.nextInt(OPEN_MINUTES));
    }

    /** The moment on a day at so many minutes behind an hour, or shortly before now when that lies ahead. */
    Instant at(LocalDate day, int hour, int minutes) {
        var moment = day.atTime(hour, 0)
                .plusMinutes(minutes)
                .plusSeconds(random.nextInt(60))
                .atZone(zone)
                .toInstant()
                .plusMillis(random.nextInt(1000));
        return moment.isBefore(now.minusSeconds(300)) ? moment : now.minusSeconds(300L + random.nextInt(3000));
    }
}
