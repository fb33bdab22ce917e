package relais.records.imports.columns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import relais.platform.text.Dates;
import relais.platform.text.Emails;
import relais.platform.text.Fold;
import relais.platform.text.Numbers;
import relais.platform.text.Phones;
import relais.records.imports.columns.ColumnProfile.Likeness;
import relais.records.types.FieldType;

/** Counts what the values of one column could be. */
final class ColumnCensus {
    private static final int MOST_DISTINCT = 30;
    private static final int MOST_CHOICES = 12;
    private static final int LONGEST_CHOICE = 80;
    private static final int LONGEST_LINE = 1000;
    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);
    private static final Pattern CODE = Pattern.compile("0\\d+|\\d{16,}");
    private static final Pattern COMPACT_DAY = Pattern.compile("(19|20)\\d{6}");
    private static final Pattern PHONE_SHAPE = Pattern.compile("(\\+|0)[\\d ./()\\-\\u00A0\\u202F]{8,}");
    private static final Pattern AMBIGUOUS = Pattern.compile("-?\\d{1,3},\\d{3}");
    private static final Pattern FRENCH_DECIMAL = Pattern.compile(".*\\d,\\d+\\D*");

    private final int index;
    private final String header;
    private final Set<String> examples = new LinkedHashSet<>();
    private final Map<String, Long> distinct = new LinkedHashMap<>();
    private final Set<String> words = new HashSet<>();
    private boolean many;
    private long rows;
    private long filled;
    private long numbers;
    private long codes;
    private long amounts;
    private long french;
    private long english;
    private long shapedDays;
    private long dayFirst;
    private long monthFirst;
    private long emails;
    private long phones;
    private long countries;
    private boolean lines;

    ColumnCensus(int index, String header) {
        this.index = index;
        this.header = header;
    }

    void add(String value) {
        rows++;
        if (value.isEmpty()) {
            return;
        }
        filled++;
        if (examples.size() < 3 && value.length() < 200) {
            examples.add(value);
        }
        count(value);
        look(value);
    }

    /** More rows than were looked at closely. */
    void addUnseen(boolean blank) {
        rows++;
        filled += blank ? 0 : 1;
    }

    private void count(String value) {
        if (many) {
            return;
        }
        distinct.merge(value, 1L, Long::sum);
        words.add(Fold.key(value));
        if (distinct.size() > MOST_DISTINCT) {
            many = true;
            distinct.clear();
            words.clear();
        }
    }

    private void look(String value) {
        lines |= value.length() > LONGEST_LINE || value.indexOf('\n') >= 0;
        if (value.length() > LONGEST_CHOICE) {
            return;
        }
        lookForNumber(value);
        lookForDay(value);
        emails += value.indexOf('@') > 0 && Emails.parse(value).isPresent() ? 1 : 0;
        phones += PHONE_SHAPE.matcher(value).matches()
                        && Phones.parse(value, Phones.DEFAULT_REGION).isPresent()
                ? 1
                : 0;
        countries += Countries.code(value).isPresent() ? 1 : 0;
    }

    private void lookForNumber(String value) {
        if (CODE.matcher(value).matches()) {
            codes++;
            return;
        }
        if (Numbers.parse(value, Locale.FRENCH).isEmpty()) {
            return;
        }
        numbers++;
        amounts += Numbers.currency(value).isPresent() ? 1 : 0;
        if (!AMBIGUOUS.matcher(value).matches() && value.indexOf(',') >= 0) {
            french +=
                    FRENCH_DECIMAL.matcher(value).matches() && value.lastIndexOf(',') > value.lastIndexOf('.') ? 1 : 0;
            english += value.lastIndexOf('.') > value.lastIndexOf(',') ? 1 : 0;
        }
    }

    private void lookForDay(String value) {
        boolean compact = COMPACT_DAY.matcher(value).matches();
        if (compact || Dates.shaped(value)) {
            shapedDays++;
            dayFirst += Dates.parse(value, Dates.Order.DAY_FIRST, ANY_DAY).isPresent() ? 1 : 0;
            monthFirst += Dates.parse(value, Dates.Order.MONTH_FIRST, ANY_DAY).isPresent() ? 1 : 0;
        }
    }

    ColumnProfile profile(boolean frenchFile) {
        return new ColumnProfile(
                index,
                header,
                Headline.label(header),
                rows,
                filled,
                List.copyOf(examples),
                values(),
                type(),
                likeness(),
                monthFirst > dayFirst ? Dates.Order.MONTH_FIRST : Dates.Order.DAY_FIRST,
                french == english ? frenchFile : french > english);
    }

    private List<ColumnProfile.Value> values() {
        var values = new ArrayList<ColumnProfile.Value>();
        distinct.forEach((text, count) -> values.add(new ColumnProfile.Value(text, count)));
        values.sort((a, b) -> Long.compare(b.count(), a.count()));
        return values;
    }

    private FieldType type() {
        if (filled == 0) {
            return FieldType.TEXT;
        }
        if (!many && (YesNo.pair(words) || YesNo.lone(words))) {
            return FieldType.BOOLEAN;
        }
        long days = Math.max(dayFirst, monthFirst);
        if (shapedDays * 50 >= looked() * 49 && days * 2 > looked()) {
            return FieldType.DATE;
        }
        if (numbers == looked() && codes == 0 && !named("id", "code", "no", "num", "numero", "siret", "siren")) {
            return amounts * 10 >= looked() * 9 ? FieldType.MONEY : FieldType.NUMBER;
        }
        if (lines) {
            return FieldType.LONG_TEXT;
        }
        return choice() ? FieldType.CHOICE : FieldType.TEXT;
    }

    private boolean choice() {
        return !many
                && codes == 0
                && words.size() <= MOST_CHOICES
                && filled >= 10
                && filled >= words.size() * 3L
                && distinct.keySet().stream().allMatch(v -> v.length() <= LONGEST_CHOICE);
    }

    private boolean named(String... last) {
        var words = Headline.words(header);
        var word = words.isEmpty() ? "" : Fold.key(words.getLast());
        return List.of(last).contains(word);
    }

    private Likeness likeness() {
        if (filled == 0) {
            return Likeness.EMPTY;
        }
        if (emails * 10 >= looked() * 7) {
            return Likeness.EMAIL;
        }
        if (phones * 10 >= looked() * 7) {
            return Likeness.PHONE;
        }
        return countries * 10 >= looked() * 8 ? Likeness.COUNTRY : Likeness.PLAIN;
    }

    private long looked() {
        return Math.min(filled, FileProfile.MOST_LOOKED_AT);
    }
}
