package relais.records.lists;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.ui.Formats;
import relais.ui.Words;

/** What stands under a column of figures: sum and average of the rows shown, each currency for itself. */
final class ListFoot {
    private ListFoot() {}

    /** The sentence for the column that the list is sorted by, or for its first figures; empty without any. */
    static String sum(ListState state, List<Snapshot> rows) {
        return column(state, rows).map(f -> sentence(state, f, rows)).orElse("");
    }

    private static Optional<Field> column(ListState state, List<Snapshot> rows) {
        var sort = Sort.of(state.type(), state.sort());
        return state.columns().stream()
                .filter(Cells::figures)
                .filter(f -> rows.stream().anyMatch(r -> !Values.empty(r.value(f.name()))))
                .min(Comparator.<Field, Boolean>comparing(f -> sort.rank(f) == 0)
                        .thenComparing(f -> f.type() != FieldType.MONEY));
    }

    private static String sentence(ListState state, Field field, List<Snapshot> rows) {
        var amounts = new TreeMap<String, List<BigDecimal>>();
        for (var row : rows) {
            var value = row.value(field.name());
            if (!Values.empty(value)) {
                boolean money = field.type() == FieldType.MONEY;
                var unit = money ? value.path("currency").asString("EUR") : "";
                var amount = money ? new BigDecimal(value.path("amount").asString("0")) : value.decimalValue();
                amounts.computeIfAbsent(unit, u -> new ArrayList<>()).add(amount);
            }
        }
        var sums = amounts.entrySet().stream().map(ListFoot::figures).collect(Collectors.joining("; "));
        return Words.t("list.sum", Labels.field(state.type(), field), sums);
    }

    private static String figures(Map.Entry<String, List<BigDecimal>> amounts) {
        var all = amounts.getValue();
        var sum = all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var average = sum.divide(BigDecimal.valueOf(all.size()), 1, RoundingMode.HALF_UP);
        var unit = amounts.getKey();
        return Words.t("list.sum.figures", text(sum, unit), text(average, unit));
    }

    private static String text(BigDecimal figure, String unit) {
        return unit.isEmpty()
                ? Formats.number(figure.stripTrailingZeros())
                : Formats.money(figure, Currency.getInstance(unit));
    }
}
