package relais.records.formulas;

import static relais.records.formulas.Function.many;
import static relais.records.formulas.Function.of;
import static relais.records.formulas.Function.optional;
import static relais.records.formulas.Function.sig;
import static relais.records.formulas.Kind.DATE;
import static relais.records.formulas.Kind.DURATION;
import static relais.records.formulas.Kind.MOMENT;
import static relais.records.formulas.Kind.MONEY;
import static relais.records.formulas.Kind.NUMBER;
import static relais.records.formulas.Kind.TEXT;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What formulas can do with numbers and money. */
final class NumberFunctions {
    private static final int PLACES = 10;
    private static final List<Kind> ORDERED = List.of(NUMBER, MONEY, DATE, MOMENT, DURATION);

    private NumberFunctions() {}

    static List<Function> all() {
        return List.of(
                rounding("round", "arrondi", RoundingMode.HALF_UP),
                rounding("roundup", "arrondisup", RoundingMode.CEILING),
                rounding("rounddown", "arrondiinf", RoundingMode.FLOOR),
                of(
                        "abs",
                        "abs",
                        sig(NUMBER, (r, a) -> a.number(0).abs(), NUMBER),
                        sig(
                                MONEY,
                                (r, a) -> a.amount(0).with(a.amount(0).value().abs()),
                                MONEY),
                        sig(DURATION, (r, a) -> a.duration(0).abs(), DURATION)),
                of("mod", "reste", sig(NUMBER, NumberFunctions::remainder, NUMBER, NUMBER)),
                of(
                        "power",
                        "puissance",
                        sig(NUMBER, (r, a) -> Arithmetic.power(r, a.number(0), a.number(1)), NUMBER, NUMBER)),
                of("sqrt", "racine", sig(NUMBER, NumberFunctions::root, NUMBER)),
                extreme("min", "min", true),
                extreme("max", "max", false),
                of(
                                "sum",
                                "somme",
                                many(NUMBER, NumberFunctions::sum, NUMBER),
                                many(MONEY, NumberFunctions::total, MONEY))
                        .takingNothing(),
                of("average", "moyenne", many(NUMBER, NumberFunctions::average, NUMBER))
                        .takingNothing(),
                of("money", "montant", sig(MONEY, NumberFunctions::money, NUMBER, TEXT)),
                of("amount", "valeur", sig(NUMBER, (r, a) -> a.amount(0).value(), MONEY)),
                of(
                        "currency",
                        "devise",
                        sig(TEXT, (r, a) -> a.amount(0).currency().getCurrencyCode(), MONEY)));
    }

    private static Function rounding(String name, String french, RoundingMode mode) {
        return of(
                name,
                french,
                optional(1, NUMBER, (r, a) -> rounded(r, a.number(0), a, mode), NUMBER, NUMBER),
                optional(
                        1,
                        MONEY,
                        (r, a) -> rounded(r, a.amount(0).value(), a, mode) instanceof BigDecimal value
                                ? a.amount(0).with(value)
                                : null,
                        MONEY,
                        NUMBER));
    }

    private static @Nullable Object rounded(Run run, BigDecimal value, Arguments given, RoundingMode mode) {
        int places = given.size() > 1 ? Math.clamp(given.integer(1), -PLACES, PLACES) : 0;
        return run.bounded(value.setScale(places, mode));
    }

    private static @Nullable Object remainder(Run run, Arguments given) {
        if (given.number(1).signum() == 0) {
            return run.empty("zero");
        }
        var quotient = given.number(0).divide(given.number(1), Run.PRECISION).setScale(0, RoundingMode.FLOOR);
        return run.bounded(given.number(0).subtract(quotient.multiply(given.number(1))));
    }

    private static @Nullable Object root(Run run, Arguments given) {
        return given.number(0).signum() < 0
                ? run.empty("root")
                : run.bounded(given.number(0).sqrt(Run.PRECISION));
    }

    /** The least or greatest of those that are there. */
    private static Function extreme(String name, String french, boolean least) {
        var signatures = new ArrayList<Function.Signature>();
        ORDERED.forEach(k -> signatures.add(many(k, (r, a) -> extreme(r, a, least), k)));
        return new Function(name, french, List.copyOf(signatures), true, false);
    }

    private static @Nullable Object extreme(Run run, Arguments given, boolean least) {
        var present = given.present();
        if (mixed(present)) {
            return run.empty("currencies");
        }
        Comparator<Object> order = Comparisons::order;
        return present.stream().min(least ? order : order.reversed()).orElse(null);
    }

    private static boolean mixed(List<Object> values) {
        return values.stream()
                        .filter(v -> v instanceof Amount)
                        .map(v -> ((Amount) v).currency())
                        .distinct()
                        .count()
                > 1;
    }

    private static @Nullable Object sum(Run run, Arguments given) {
        var present = given.present();
        return present.isEmpty() ? null : run.bounded(added(present));
    }

    private static BigDecimal added(List<Object> numbers) {
        var sum = BigDecimal.ZERO;
        for (var number : numbers) {
            sum = sum.add((BigDecimal) number);
        }
        return sum;
    }

    private static @Nullable Object average(Run run, Arguments given) {
        var present = given.present();
        return present.isEmpty()
                ? null
                : run.bounded(added(present).divide(BigDecimal.valueOf(present.size()), Run.PRECISION));
    }

    private static @Nullable Object total(Run run, Arguments given) {
        var present = given.present();
        if (present.isEmpty()) {
            return null;
        }
        if (mixed(present)) {
            return run.empty("currencies");
        }
        var sum = run.bounded(
                added(present.stream().map(v -> (Object) ((Amount) v).value()).toList()));
        return sum instanceof BigDecimal value ? ((Amount) present.getFirst()).with(value) : null;
    }

    private static @Nullable Object money(Run run, Arguments given) {
        try {
            return new Amount(
                    given.number(0), Currency.getInstance(given.text(1).strip()));
        } catch (IllegalArgumentException unknown) {
            return run.empty("currency");
        }
    }
}
