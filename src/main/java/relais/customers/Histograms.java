package relais.customers;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws how much happened with a customer, a bar for each month. */
@Component
class Histograms {
    private static final double WIDTH = 740;
    private static final double HEIGHT = 24;
    private static final int FEW = 12;

    private final List<CustomerActivity> activities;
    private final Cards cards;

    Histograms(List<CustomerActivity> activities, Cards cards) {
        this.activities = activities;
        this.cards = cards;
    }

    @Transactional(readOnly = true)
    CardPages.Histogram of(UUID id, LocalDate at) {
        var slider = Cards.slider(cards.customer(id), at);
        var months = new TreeMap<YearMonth, Integer>();
        activities.forEach(a -> a.months(id).forEach((month, count) -> months.merge(month, count, Integer::sum)));
        return new CardPages.Histogram(slider, bars(slider, months), years(slider));
    }

    private static List<CardPages.Bar> bars(CardPages.Slider slider, Map<YearMonth, Integer> months) {
        double days = Math.max(1, slider.days());
        int most = months.values().stream().mapToInt(i -> i).max().orElse(1);
        var bars = new ArrayList<CardPages.Bar>();
        var last = YearMonth.from(slider.today());
        for (var month = YearMonth.from(slider.first()); !month.isAfter(last); month = month.plusMonths(1)) {
            double from = place(slider, month.atDay(1), days);
            double until = place(slider, month.plusMonths(1).atDay(1), days);
            double wide = Math.max(1.5, Math.min(FEW, until - from) - 3);
            double high = height(months.getOrDefault(month, 0), most);
            bars.add(new CardPages.Bar(
                    number(from + (until - from - wide) / 2),
                    number(HEIGHT + 2 - high),
                    number(wide),
                    number(high),
                    kind(slider, month)));
        }
        return bars;
    }

    private static double place(CardPages.Slider slider, LocalDate day, double days) {
        double offset = ChronoUnit.DAYS.between(slider.first(), day);
        return Math.clamp(offset / days, 0, 1) * WIDTH;
    }

    /** The root lets quiet months be seen beside busy ones. */
    private static double height(int count, int most) {
        return count == 0 ? 1.2 : 3 + (HEIGHT - 3) * Math.sqrt((double) count / most);
    }

    private static String kind(CardPages.Slider slider, YearMonth month) {
        var here = YearMonth.from(slider.at());
        if (month.equals(here)) {
            return "here";
        }
        return month.isAfter(here) ? "later" : "";
    }

    private static List<CardPages.Year> years(CardPages.Slider slider) {
        double days = Math.max(1, slider.days());
        var years = new ArrayList<CardPages.Year>();
        int span = slider.today().getYear() - slider.first().getYear() + 1;
        int step = Math.max(1, span / 10);
        for (int year = slider.first().getYear(); year <= slider.today().getYear(); year += step) {
            var start = LocalDate.of(year, 1, 1);
            var day = start.isBefore(slider.first()) ? slider.first() : start;
            double x = ChronoUnit.DAYS.between(slider.first(), day) / days * 100;
            boolean crowded =
                    !years.isEmpty() && x - Double.parseDouble(years.getLast().x()) < 6;
            if (crowded) {
                years.removeLast();
            }
            if (x < 96 || years.isEmpty()) {
                years.add(new CardPages.Year(number(x), year));
            }
        }
        return years;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
