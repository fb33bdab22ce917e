package relais.records.formulas;

import static relais.records.formulas.Function.of;
import static relais.records.formulas.Function.sig;
import static relais.records.formulas.Kind.DATE;
import static relais.records.formulas.Kind.DURATION;
import static relais.records.formulas.Kind.MOMENT;
import static relais.records.formulas.Kind.NUMBER;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What formulas can do with dates, moments and durations. */
final class DateFunctions {
    private DateFunctions() {}

    static List<Function> all() {
        return List.of(
                of("today", "aujourdhui", sig(DATE, (r, a) -> r.today())).changing(),
                of(
                        "date",
                        "date",
                        sig(DATE, DateFunctions::date, NUMBER, NUMBER, NUMBER),
                        sig(DATE, (r, a) -> a.moment(0).atZone(r.zone()).toLocalDate(), MOMENT)),
                part("year", "annee", LocalDate::getYear),
                part("month", "mois", LocalDate::getMonthValue),
                part("day", "jour", LocalDate::getDayOfMonth),
                part("weekday", "joursemaine", d -> d.getDayOfWeek().getValue()),
                length("days", "jours", ChronoUnit.DAYS),
                length("hours", "heures", ChronoUnit.HOURS),
                length("minutes", "minutes", ChronoUnit.MINUTES),
                between("months", "nbmois", ChronoUnit.MONTHS),
                between("years", "nbans", ChronoUnit.YEARS),
                of("addmonths", "ajoutemois", sig(DATE, DateFunctions::addMonths, DATE, NUMBER)));
    }

    private static @Nullable Object date(Run run, Arguments given) {
        try {
            return Arithmetic.dated(run, LocalDate.of(given.integer(0), given.integer(1), given.integer(2)));
        } catch (DateTimeException impossible) {
            return run.empty("date");
        }
    }

    private static Function part(String name, String french, ToIntFunction<LocalDate> part) {
        return of(
                name,
                french,
                sig(NUMBER, (r, a) -> BigDecimal.valueOf(part.applyAsInt(a.date(0))), DATE),
                sig(
                        NUMBER,
                        (r, a) -> BigDecimal.valueOf(
                                part.applyAsInt(a.moment(0).atZone(r.zone()).toLocalDate())),
                        MOMENT));
    }

    /** From a number a duration, from a duration the number. */
    private static Function length(String name, String french, ChronoUnit unit) {
        return of(
                name,
                french,
                sig(DURATION, (r, a) -> Arithmetic.lasting(r, a.number(0), unit.getDuration()), NUMBER),
                sig(NUMBER, (r, a) -> Arithmetic.in(r, a.duration(0), unit.getDuration()), DURATION));
    }

    /** Whole ones between two days, as ages are counted. */
    private static Function between(String name, String french, ChronoUnit unit) {
        return of(
                name,
                french,
                sig(NUMBER, (r, a) -> BigDecimal.valueOf(unit.between(a.date(0), a.date(1))), DATE, DATE));
    }

    private static @Nullable Object addMonths(Run run, Arguments given) {
        return Arithmetic.dated(run, given.date(0).plusMonths(given.integer(1)));
    }
}
