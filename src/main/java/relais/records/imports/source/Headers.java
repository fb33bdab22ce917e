package relais.records.imports.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import relais.platform.text.Dates;
import relais.platform.text.Emails;
import relais.platform.text.Numbers;

/** Finds which row names the columns. */
final class Headers {
    private static final int FURTHEST = 20;
    private static final int LONGEST_NAME = 200;

    private Headers() {}

    /** The number of the first non-empty row that looks like names of columns, counted from 1; 0 when none does. */
    static int find(List<List<String>> rows) {
        int columns = commonest(rows);
        for (int i = 0; i < Math.min(rows.size(), FURTHEST); i++) {
            long filled =
                    rows.get(i).stream().filter(v -> !Row.trimmed(v).isEmpty()).count();
            if (filled * 10 >= columns * 6L) {
                return names(rows.get(i)) ? i + 1 : 0;
            }
        }
        return rows.isEmpty() ? 0 : 1;
    }

    /** How many columns most rows have. */
    static int commonest(List<List<String>> rows) {
        var counts = new HashMap<Integer, Integer>();
        rows.forEach(r -> counts.merge(r.size(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** The names of the columns, each one of its own; unnamed ones get the letter of a spreadsheet. */
    static List<String> unique(List<String> raw) {
        var names = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (int i = 0; i < raw.size(); i++) {
            var name = clean(raw.get(i));
            var base = name.isEmpty() ? letters(i) : name;
            var candidate = base;
            for (int n = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); n++) {
                candidate = base + " " + n;
            }
            names.add(candidate);
        }
        return names;
    }

    private static String clean(String raw) {
        var name = Row.trimmed(raw.replaceAll("[\\p{Cntrl}\\s]+", " "));
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static String letters(int index) {
        var out = new StringBuilder();
        for (int n = index; n >= 0; n = n / 26 - 1) {
            out.insert(0, (char) ('A' + n % 26));
        }
        return out.toString();
    }

    private static boolean names(List<String> row) {
        return row.stream().map(Row::trimmed).filter(v -> !v.isEmpty()).noneMatch(Headers::value);
    }

    private static boolean value(String text) {
        return Emails.parse(text).isPresent()
                || Dates.shaped(text)
                || text.length() > 4 && Numbers.parse(text, Locale.ROOT).isPresent()
                || text.matches("\\d+[.,]\\d+");
    }
}
